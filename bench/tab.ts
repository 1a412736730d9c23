import { chromium, type CDPSession, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumOptions } from '../e2e/chromium.ts'

/** One fresh page of a browser, driven over the DevTools protocol. */
export interface Tab {
  readonly page: Page
  readonly cdp: CDPSession
  /** Waits for a number of painted frames. */
  frames(count: number): Promise<void>
  /** One turn of the wheel over the list, px; negative is towards older messages. */
  wheel(deltaY: number): Promise<void>
  /** One continuous gesture. @param distance px, negative is towards older messages @param speed px a second */
  gesture(distance: number, speed: number): Promise<void>
  throttle(rate: number): Promise<void>
  /** Megabytes in use after three collections. */
  heap(): Promise<number>
  /** A figure of `Performance.getMetrics`: seconds, or a count. */
  metric(name: string): Promise<number>
}

export const HEIGHT = 800
const AT = { x: 640, y: 450 }

/**
 * Runs `work` in a browser of its own and closes it. Its profile is on disk: in a private window compiled code
 * would not be kept between visits.
 */
export async function withTab<T>(work: (tab: Tab) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'bench-profile-'))
  const context = await chromium.launchPersistentContext(profile, {
    ...chromiumOptions(['--js-flags=--expose-gc']),
    viewport: { width: 1280, height: HEIGHT },
    locale: 'en-GB',
  })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    return await work(tabOf(page, cdp))
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

function tabOf(page: Page, cdp: CDPSession): Tab {
  return {
    page,
    cdp,
    frames: (count) =>
      page.evaluate(async (wanted) => {
        for (let frame = 0; frame < wanted; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
      }, count),
    wheel: async (deltaY) => void (await cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...AT, deltaX: 0, deltaY })),
    gesture: async (distance, speed) =>
      void (await cdp.send('Input.synthesizeScrollGesture', {
        ...AT,
        yDistance: -distance,
        speed,
        gestureSourceType: 'mouse',
        preventFling: true,
      })),
    throttle: async (rate) => void (await cdp.send('Emulation.setCPUThrottlingRate', { rate })),
    heap: async () => {
      for (let turn = 0; turn < 3; turn++) await cdp.send('HeapProfiler.collectGarbage')
      return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6
    },
    metric: async (name) => (await cdp.send('Performance.getMetrics')).metrics.find((metric) => metric.name === name)?.value ?? Number.NaN,
  }
}
