import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './e2e/chromium.ts'
import { DEMO_PORT, PORT } from './e2e/ports.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  globalSetup: './e2e/global-setup.ts',
  // Each test has a portal of its own, so that they can run side by side.
  fullyParallel: true,
  // Two more than the cores that are counted on: a page waits for answers and frames more than it works.
  workers: 4,
  forbidOnly: process.env['CI'] !== undefined,
  // Against what never ends; a machine that is busy with something else may take its time.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Moscow',
    // What a trace records costs more than most tests do; `--trace on` where one fails.
    screenshot: 'only-on-failure',
    launchOptions: chromiumOptions(),
  },
  projects: [
    // What is scrolled for long and watched in every frame: one at a time, so that there are frames to be watched.
    { name: 'steadiness', testMatch: 'steadiness.spec.ts', workers: 1 },
    { name: 'pages', testIgnore: 'steadiness.spec.ts' },
  ],
  webServer: {
    command: 'node scripts/start.mjs',
    env: { PORT: String(PORT), DEMO_PORT: String(DEMO_PORT) },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
    timeout: 300_000,
  },
})
