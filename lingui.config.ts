import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ru'],
  catalogs: [
    { path: 'src/locales/{locale}', include: ['src'] },
    { path: 'src/locales/later/{locale}', include: [] },
  ],
  format: formatter({ explicitIdAsDefault: true, lineNumbers: false }),
})
