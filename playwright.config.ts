import { defineConfig } from '@playwright/test'
import { chromiumOptions } from './e2e/chromium.ts'
import { DEMO_PORT, PORT } from './e2e/ports.ts'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // What is measured in frames wants the machine for itself.
  workers: 1,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: `http://localhost:${PORT}`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/Moscow',
    trace: 'retain-on-failure',
    launchOptions: chromiumOptions(),
  },
  webServer: {
    command: 'node scripts/start.mjs',
    env: { PORT: String(PORT), DEMO_PORT: String(DEMO_PORT) },
    url: `http://localhost:${PORT}/`,
    reuseExistingServer: false,
    timeout: 120_000,
  },
})
