/** How Chromium is started for the tests and for the benchmark: one turn of the wheel is one step, and nothing of its own goes out. */
export const chromiumOptions = (more: readonly string[] = []) => ({
  ...(process.env['CHROMIUM_PATH'] ? { executablePath: process.env['CHROMIUM_PATH'] } : {}),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-smooth-scrolling',
    '--disable-background-networking',
    '--disable-component-update',
    ...more,
  ],
})
