import puppeteer, { type Frame, type Page } from 'puppeteer-core'
import type { Driver, Key } from './Driver.ts'

/** Waits for a frame: a placement's page makes its own when it has loaded. */
async function frameAt(page: Page, selector: string): Promise<Frame> {
  const element = await page.waitForSelector(selector)
  const frame = await element?.contentFrame()
  if (!frame) throw new Error(`${selector} is no frame`)
  return frame
}

/** Firefox without a window, over WebDriver BiDi. @param executablePath of Firefox */
export async function startFirefox(executablePath: string): Promise<Driver> {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true })
  const page = (await browser.pages())[0] ?? (await browser.newPage())
  await page.setViewport({ width: 1280, height: 800 })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)))
  const held = async (keys: readonly Key[], act: () => Promise<void>) => {
    for (const key of keys) await page.keyboard.down(key)
    await act()
    for (const key of keys.toReversed()) await page.keyboard.up(key)
  }
  return {
    name: await browser.version(),
    async open(url) {
      await page.goto(url)
    },
    async evaluate(run, args, frame) {
      const place = frame === undefined ? page : await frameAt(page, frame)
      return place.evaluate(run as never, ...(args as unknown as readonly never[]))
    },
    async wheel({ x, y }, deltaY) {
      await page.mouse.move(x, y)
      await page.mouse.wheel({ deltaY })
    },
    click: ({ x, y }, { button = 'left', held: key } = {}) => held(key ? [key] : [], () => page.mouse.click(x, y, { button })),
    press: (...keys) => held(keys.slice(0, -1), () => page.keyboard.press(keys.at(-1) as Key)),
    errors: () => errors,
    close: () => browser.close(),
  }
}
