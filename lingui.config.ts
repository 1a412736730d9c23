import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'ru'],
  catalogs: [
    // Before the other, whose pattern it fits as well.
    { path: 'src/locales/later-{locale}', include: [] },
    { path: 'src/locales/{locale}', include: ['src'] },
  ],
  format: formatter({ explicitIdAsDefault: true, lineNumbers: false }),
})
