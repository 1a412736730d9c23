import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { chromiumOptions } from './e2e/chromium.ts'
import { VIEWPORT } from './src/testing/viewport.ts'
import { withHoverByPointer } from './vite/hover-by-pointer.ts'

/** Of code in messages. */
const GRAMMARS = 'bash cpp csharp diff go ini java javascript json php python sql typescript xml yaml'.split(' ')

/** They watch what loads late while it has not been loaded, or have an address, a page, the clipboard or a module to themselves. */
const ON_ITS_OWN = [
  'src/app/App.browser.test.tsx',
  'src/app/load-failure.browser.test.tsx',
  'src/features/chat-switcher/ChatSwitcher.browser.test.tsx',
  'src/features/search/typed-early.browser.test.tsx',
  'src/features/timeline/list/rows-drawn-once.browser.test.tsx',
  'src/ui/clipboard/CopyButton.browser.test.tsx',
]

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
    setupFiles: ['src/testing/browser-setup.ts'],
    // A page waits for frames more than it works; each has its own window and focus.
    maxWorkers: 2,
    // Against what never comes; a machine that is busy with something else may take its time.
    testTimeout: 60_000,
    expect: { poll: { timeout: 15_000 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      provider: playwright({ launchOptions: chromiumOptions(), contextOptions: { locale: 'en-GB', timezoneId: 'Europe/Moscow' } }),
      instances: [{ browser: 'chromium', viewport: VIEWPORT }],
    },
    projects: [
      {
        extends: true,
        test: { name: 'own page', include: ON_ITS_OWN, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        // To load the app anew for each file took longer than its tests.
        test: {
          name: 'shared page',
          include: ['src/**/*.browser.test.tsx'],
          exclude: ON_ITS_OWN,
          isolate: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
