import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumOptions } from './e2e/chromium.ts'
import { withHoverByPointer } from './vite/hover-by-pointer.ts'

/** Of code in messages. */
const GRAMMARS = 'bash cpp csharp diff go ini java javascript json php python sql typescript xml yaml'.split(' ')

/** Tests of components, in a real browser: what needs a layout, a focus and real keys, and no portal. */
export default defineConfig({
  plugins: [react(), lingui(), withHoverByPointer()],
  resolve: { tsconfigPaths: true },
  // What parts import that load late: found in the middle of a test, it would load the page again.
  optimizeDeps: {
    include: [
      '@base-ui/react/menu',
      '@base-ui/react/popover',
      '@base-ui/react/tabs',
      '@floating-ui/react-dom',
      '@internationalized/date',
      'react-aria-components/Button',
      'react-aria-components/Calendar',
      'react-aria-components/I18nProvider',
      ...['core', ...GRAMMARS.map((name) => `languages/${name}`)].map((name) => `highlight.js/lib/${name}`),
    ],
  },
  test: {
    include: ['src/**/*.browser.test.tsx'],
    setupFiles: ['src/testing/browser-setup.ts'],
    // A page waits for frames more than it works, and each has its own window and focus.
    maxWorkers: 2,
    // Against what never comes; a machine that is busy with something else may take its time.
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumOptions(), contextOptions: { locale: 'en-GB', timezoneId: 'Europe/Moscow' } }),
      instances: [{ browser: 'chromium', viewport: { width: 1000, height: 700 } }],
    },
  },
})
