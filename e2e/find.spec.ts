import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { idsOf } from './seeds.ts'

const field = (page: Page, name = 'Find in chat') => page.getByRole('textbox', { name })
const count = (page: Page) => page.locator('[data-find-count]')

/** The message of the current hit; null while that is not on the page. */
const currentMessage = (page: Page) =>
  page.evaluate(() => {
    const [part] = CSS.highlights.get('find-current') ?? []
    const message = part?.startContainer.parentElement?.closest<HTMLElement>('[data-message-id]')
    return message?.isConnected ? Number(message.dataset['messageId']) : null
  })

/** The words of a highlight. */
const painted = (page: Page, name: 'find' | 'find-current') =>
  page.evaluate((highlight) => {
    const parts = [...(CSS.highlights.get(highlight) ?? [])].filter((part) => part.startContainer.isConnected)
    return parts.map((part) => (part.startContainer.textContent ?? '').slice(part.startOffset, part.endOffset))
  }, name)

test('Ctrl+F finds what was read, on the screen, on dropped pages and in other windows, and Back leads to where one was', async ({
  timeline,
  portal,
  page,
}) => {
  await timeline.open('chat20')
  await timeline.complete()
  const entries = () => page.evaluate(() => history.length)
  // Another window, which is then left.
  const [left = 0, shown = 0] = idsOf('chat20').filter((_, at) => at === 5_000 || at === 9_000)
  await timeline.go('chat20', left)
  await timeline.go('chat20', shown)
  await timeline.complete()

  await page.keyboard.press('Control+f')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('ПИСЬМ')
  await expect(count(page)).toHaveAttribute('data-find-count', /^[1-9]\d*\/[1-9]\d*$/)
  const before = await entries()
  // Far away is what another window had. From there on more is read, and what it brings is stepped through as well.
  const visited: number[] = []
  const isFar = (id: number) => Math.abs(id - shown) > 10_000
  for (let beyond = 0; beyond < 2; beyond += visited.some(isFar) ? 1 : 0) {
    await page.keyboard.press('Enter')
    await expect.poll(async () => ![null, visited.at(-1)].includes(await currentMessage(page))).toBe(true)
    visited.push((await currentMessage(page)) ?? 0)
    expect(await painted(page, 'find-current')).toEqual([expect.stringMatching(/^письм$/i)])
    await expect(timeline.message(visited.at(-1) ?? 0)).toBeInViewport()
    await expect(field(page)).toBeFocused()
  }
  expect(visited.length).toBeGreaterThan(1)
  expect((await entries()) - before).toBeLessThanOrEqual(1)
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  expect((await portal.log()).writing).toEqual([])
})

test('on a phone it lies over the messages in Russian, without a violation, and Escape leaves nothing', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 320, height: 600 })
  await timeline.open('chat20')
  await page.goto('/?dialog=chat20&lang=ru&theme=dark')
  await timeline.complete()
  const { id, top } = await timeline.topmost()
  await page.keyboard.press('Control+f')
  await expect(field(page, 'Найти в чате')).toBeFocused()
  expect(await timeline.topmost()).toEqual({ id, top })
  // On a Russian layout, and with the letter that most leave out.
  await page.keyboard.type('ещё')
  await expect(count(page)).toHaveAttribute('data-find-count', /^[1-9]/)
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map(({ id: rule, nodes }) => `${rule}: ${nodes[0]?.html}`)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(count(page)).toHaveCount(0)
  expect(await page.evaluate(() => CSS.highlights.has('find'))).toBe(false)
})
