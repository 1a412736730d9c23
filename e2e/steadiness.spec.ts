import { expect, test, type TimelinePage } from './fixtures.ts'
import { gestureMoves, movementOf, startProbe, stopProbe, type Judged } from './paint-probe.ts'
import { seed } from './seeds.ts'

/**
 * A gesture goes on whether or not the machine has time to draw: how far it gets within a frame is the machine's doing. Only
 * where frames came in time do they tell which rows the list has mounted; how often they do is for the benchmark to say.
 */
const IN_TIME: Judged = { longMs: 50, after: 6 }
/** Where the reader goes so far in each frame, it does not matter how long it takes. */
const ANY_TIME: Judged = { longMs: Infinity, after: 0 }

test('older messages arrive above without moving the message being read', async ({ timeline, page }) => {
  let release = () => {}
  const gate = new Promise<void>((resolve) => (release = resolve))
  let first = true
  await page.route('**/im.dialog.messages.get*', async (route) => {
    if (!first) await gate
    first = false
    await route.continue()
  })
  await timeline.open('chat20')
  const oldestLoaded = seed('chat20').idAt(19_950)
  await timeline.scroller.press('Home')
  await expect(timeline.message(oldestLoaded)).toBeInViewport()
  await timeline.drawn()
  const before = await timeline.offsetOf(oldestLoaded)
  release()
  await expect(timeline.message(seed('chat20').idAt(19_949))).toBeAttached()
  await timeline.settled()
  expect(Math.abs((await timeline.offsetOf(oldestLoaded)) - before)).toBeLessThanOrEqual(1)
})

test('500 messages by single turns of the wheel: nothing jumps, nothing is blank, each request brings fifty, and sixty rows stay at most', async ({
  timeline,
  portal,
  page,
}) => {
  // Hundreds of turns, each of them painted.
  test.slow()
  await timeline.signIn()
  await timeline.open('chat20')
  await timeline.settled()
  await startProbe(page)
  let most = 0
  while (Math.min(...(await timeline.ids())) > seed('chat20').idAt(19_500)) {
    for (let turn = 0; turn < 20; turn++) {
      await timeline.wheel(-600)
      await timeline.drawn()
    }
    // While the list is scrolled, rows that are out of reach go a few at a time.
    await timeline.settled()
    most = Math.max(most, (await timeline.ids()).length)
  }
  const frames = await stopProbe(page)
  expect(movementOf(frames, 600)).toMatchObject({ jumps: [], lost: 0, blank: 0 })
  expect(most).toBeLessThanOrEqual(60)
  const seen = new Set(frames.flatMap(({ tops }) => Object.keys(tops))).size
  expect(seen).toBeGreaterThanOrEqual(500)
  // What is asked together is one request: the outline that the rail is drawn by.
  const { log } = await portal.log()
  const asked = log.filter(({ method, batchKey }) => method === 'im.dialog.messages.get' && batchKey === null).length
  expect(asked).toBeLessThanOrEqual(Math.ceil(seen / 50) + 6)
})

test('a gesture of 6,000 px a second on a slow processor: the rows only ever go one way, and none is lost', async ({ timeline, page }) => {
  await timeline.open('chat20')
  await timeline.complete()
  await timeline.throttle(4)
  await startProbe(page)
  await timeline.gesture(-24_000, 6_000)
  await timeline.settled()
  const frames = await stopProbe(page)
  await timeline.throttle(1)
  const { blank, lost } = movementOf(frames, 1, IN_TIME)
  expect({ blank, lost }).toEqual({ blank: 0, lost: 0 })
  for (const moves of gestureMoves(frames, 6_000)) {
    expect(Math.min(...moves)).toBeGreaterThanOrEqual(-1)
    expect(Math.max(...moves) - Math.min(...moves)).toBeLessThanOrEqual(1)
  }
})

test('pictures of unknown size and slow loading move nothing', async ({ timeline, page }) => {
  await timeline.open('chat30')
  await timeline.settled()
  await startProbe(page)
  for (let turn = 0; turn < 80; turn++) {
    await timeline.wheel(-300)
    await timeline.drawn()
  }
  await expect
    .poll(() => timeline.scroller.locator('img').evaluateAll((images) => images.every((image) => (image as HTMLImageElement).complete)))
    .toBe(true)
  await timeline.settled()
  expect(movementOf(await stopProbe(page), 300)).toMatchObject({ jumps: [], lost: 0, blank: 0 })
})

/** Makes a mounted message 140 px taller from outside of React, at its beginning or at its end. */
async function grow(timeline: TimelinePage, id: number, where: 'start' | 'end'): Promise<void> {
  await timeline.message(id).evaluate((row, at) => {
    const block = document.createElement('div')
    block.style.cssText = 'height:140px;grid-column:1/-1'
    if (at === 'start') row.prepend(block)
    else row.append(block)
  }, where)
}

async function mountedAbove(timeline: TimelinePage): Promise<{ above: number[]; across: number | null }> {
  return timeline.scroller.evaluate((list) => {
    const top = list.getBoundingClientRect().top
    const above: number[] = []
    let across: number | null = null
    for (const row of list.querySelectorAll<HTMLElement>('[data-message-id]')) {
      const box = row.getBoundingClientRect()
      if (box.bottom < top) above.push(Number(row.dataset['messageId']))
      else if (box.top < top) across = Number(row.dataset['messageId'])
    }
    return { above, across }
  })
}

for (const width of [1280, 390]) {
  test(`a row that grows by 140 px moves nobody, at ${width} px`, async ({ timeline, page }) => {
    await page.setViewportSize({ width, height: 800 })
    await timeline.open('chat20', `&message=${seed('chat20').idAt(9_000)}`)
    await timeline.settled()
    const unmoved = async (change: () => Promise<void>, scrolled = 0) => {
      const before = await timeline.reading()
      await change()
      await timeline.drawn()
      const after = await timeline.message(before.id).evaluate((row) => row.getBoundingClientRect().top)
      expect(Math.abs(after - before.top - scrolled)).toBeLessThanOrEqual(1)
    }
    for (const where of ['start', 'end'] as const) {
      for (let trial = 0; trial < 4; trial++) {
        // At rest, above the fold.
        await unmoved(async () => {
          const { above } = await mountedAbove(timeline)
          await grow(timeline, above.at(Math.max(-above.length, -1 - trial)) as number, where)
        })
        // Just after the wheel.
        await timeline.wheel(-37)
        await timeline.drawn()
        await unmoved(async () => {
          const { above } = await mountedAbove(timeline)
          await grow(timeline, above.at(-1) as number, where)
        })
        // The row that the top edge cuts.
        await expect(async () => {
          await timeline.wheel(-23)
          await timeline.drawn()
          expect((await mountedAbove(timeline)).across).not.toBeNull()
        }).toPass()
        await unmoved(async () => grow(timeline, (await mountedAbove(timeline)).across as number, where))
      }
    }
  })
}

test('a row taller than the screen that grows above the line being read keeps that line where it is', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 390, height: 600 })
  await timeline.open('chat20', `&message=${seed('chat20').idAt(9_000)}`)
  await timeline.settled()
  const { id } = await timeline.reading()
  // A message of two blocks, each taller than the screen; the second one is being read.
  await timeline
    .message(id)
    .locator('[data-message-text]')
    .evaluate((text) => {
      const blocks = ['first', 'second'].map((id) => {
        const block = document.createElement('div')
        block.id = block.textContent = id
        block.style.height = '900px'
        return block
      })
      text.replaceChildren(...blocks)
    })
  await timeline.drawn()
  await expect(async () => {
    const top = await page.locator('#second').evaluate((block) => block.getBoundingClientRect().top)
    if (top > 100) await timeline.wheel(200)
    if (top < -300) await timeline.wheel(-200)
    await timeline.drawn()
    expect(top).toBeLessThanOrEqual(100)
    expect(top).toBeGreaterThanOrEqual(-300)
  }).toPass()
  const before = await page.locator('#second').evaluate((block) => block.getBoundingClientRect().top)
  await page.locator('#first').evaluate((block) => (block.style.height = '1040px'))
  await timeline.drawn()
  const after = await page.locator('#second').evaluate((block) => block.getBoundingClientRect().top)
  expect(Math.abs(after - before)).toBeLessThanOrEqual(1)
})

test('resizing the window keeps the message being read', async ({ timeline, page }) => {
  await timeline.open('chat20', `&message=${seed('chat20').idAt(9_000)}`)
  await timeline.settled()
  const before = await timeline.reading()
  for (const width of [1000, 700, 420, 900, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await timeline.drawn()
    const top = await timeline.message(before.id).evaluate((row) => row.getBoundingClientRect().top)
    expect(Math.abs(top - before.top), `at ${width} px`).toBeLessThanOrEqual(1)
  }
})

test('the probe sees a blank frame when there is one', async ({ timeline, page }) => {
  await timeline.open('chat20')
  await timeline.settled()
  await startProbe(page)
  await timeline.drawn()
  await page.addStyleTag({ content: '[data-message-id] { display: none }' })
  await timeline.drawn()
  expect(movementOf(await stopProbe(page), 0, ANY_TIME).blank).toBeGreaterThan(0)
})

test('the probe sees a jump when there is one', async ({ timeline, page }) => {
  await timeline.open('chat20')
  await timeline.settled()
  await startProbe(page)
  for (let turn = 0; turn < 5; turn++) {
    await timeline.wheel(-300)
    await timeline.drawn()
    await timeline.scroller.evaluate((list) => (list.scrollTop -= 41))
    await timeline.drawn()
  }
  expect(movementOf(await stopProbe(page), 300).jumps.length).toBeGreaterThan(0)
})

test('200 px in every frame, 12,000 px a second of sixty frames, there and back: however long a frame takes, none is blank, and none loses a row', async ({
  timeline,
  page,
}) => {
  await timeline.open('chat20')
  await timeline.settled()
  await startProbe(page)
  const oldest = async () => Math.min(...(await timeline.ids()))
  const turns = async (step: number) => {
    for (let turn = 0; turn < 10; turn++) {
      await timeline.wheel(step)
      await timeline.frame()
    }
  }
  while ((await oldest()) > seed('chat20').idAt(19_890)) await turns(-200)
  while (Math.max(...(await timeline.ids())) < seed('chat20').idAt(19_999)) await turns(200)
  const { jumps, blank, lost } = movementOf(await stopProbe(page), 200, ANY_TIME)
  expect({ jumps, blank, lost }).toEqual({ jumps: [], blank: 0, lost: 0 })
})

test('by touch, by the keys of the list and by dragging the scrollbar older messages are reached as well', async ({ timeline, page }) => {
  await timeline.open('chat20')
  await timeline.settled()
  const oldest = async () => Math.min(...(await timeline.ids()))
  let before = await oldest()
  await timeline.touch(10)
  await expect.poll(oldest).toBeLessThan(before)
  before = await oldest()
  await timeline.scroller.focus()
  for (let press = 0; press < 8; press++) await page.keyboard.press('PageUp')
  await expect.poll(oldest).toBeLessThan(before)
  before = await oldest()
  await page.keyboard.press('Home')
  await expect.poll(oldest).toBeLessThan(before)
  // Dragged to the very top, as the scrollbar's thumb is: the position is set, whatever it was.
  before = await oldest()
  for (let drag = 0; drag < 4; drag++) {
    await timeline.scroller.evaluate((list) => (list.scrollTop = list.scrollTop / 3))
    await timeline.drawn()
  }
  await expect.poll(oldest).toBeLessThan(before)
})
