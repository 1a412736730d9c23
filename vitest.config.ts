import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { withoutStockTags } from './vite/without-stock-tags.ts'

export default defineConfig({
  plugins: [react(), lingui()],
  resolve: { tsconfigPaths: true },
  test: {
    include: [
      'src/**/*.test.{ts,tsx}',
      'demo/**/*.test.ts',
      'scripts/**/*.test.ts',
      'hosting/**/*.test.ts',
      'bench/**/*.test.ts',
      'vite/**/*.test.ts',
    ],
    // Those of components run in a browser: vitest.components.config.ts.
    exclude: ['**/*.browser.test.tsx'],
    environment: 'node',
    // A process for each file, and all that it imports loaded anew, took two thirds of the time.
    isolate: false,
    setupFiles: ['src/testing/unit-setup.ts'],
    // The package as the build leaves it.
    deps: { optimizer: { ssr: { enabled: true, include: ['bbcode-to-react'], rolldownOptions: { plugins: [withoutStockTags()] } } } },
    // As many as there are cores; of two, one would be left free.
    maxWorkers: '100%',
    // How long a test takes says nothing about the code where the machine is busy; only what hangs has to end.
    testTimeout: 60_000,
    // Dates in tests are those of one place.
    env: { TZ: 'UTC' },
  },
})
