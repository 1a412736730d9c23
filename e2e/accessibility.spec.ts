import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { seed } from './seeds.ts'

type Theme = 'light' | 'dark'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** What a theme can break; everything else is the same in both. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']

/** In the colours of a theme, once they have changed. */
async function show(page: Page, theme: Theme): Promise<void> {
  await page.evaluate(async (value) => {
    document.documentElement.dataset['theme'] = value
    await Promise.all(
      document.getAnimations().flatMap((change) => (change instanceof CSSTransition ? change.finished.catch(() => {}) : [])),
    )
  }, theme)
}

/**
 * What axe finds in the page as it is.
 * @param within the part of it that is looked at, when what is around it has been
 * @param themes to look at it in; by the first one everything is judged, by others what they can break
 */
async function violationsOf(page: Page, within?: string, themes: readonly Theme[] = ['light', 'dark']): Promise<string[]> {
  const found: string[] = []
  for (const theme of themes) {
    await show(page, theme)
    // Without frames there is nothing to be put together in a window of its own.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    if (within) axe.include(within)
    const { violations } = await (theme === themes[0] ? axe.withTags(TAGS) : axe.withRules(OF_COLOURS)).analyze()
    for (const { id, nodes } of violations) {
      const where = nodes.slice(0, 3).map((node) => node.html.slice(0, 160))
      found.push(`${theme}, ${id}: ${where.join(' … ')}`)
    }
  }
  if (themes.length > 1) await show(page, 'light')
  return found
}

// A long chat and pictures are looked at below, with what opens over them.
for (const [name, dialog] of [
  ['every kind of message', 'chat1'],
  ['Arabic and Hebrew', 'chat80'],
  ['an empty chat', 'chat60'],
] as const) {
  test(`${name}: no violation of WCAG 2.2 AA`, async ({ timeline, page }) => {
    await timeline.open(dialog)
    await timeline.complete()
    expect(await violationsOf(page)).toEqual([])
  })
}

test('what opens over the messages: no violation', async ({ timeline, page }) => {
  await timeline.open('chat30', '&message=300021')
  await expect(page.locator('[data-testid="message-actions"]')).toBeAttached()
  const album = timeline.message(300_021)
  await album.locator('[data-message-text]').click({ button: 'right' })
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  expect(await violationsOf(page, '[role="menu"]'), 'menu').toEqual([])
  await page.getByRole('menuitem', { name: 'Details' }).click()
  await expect(page.getByRole('dialog', { name: 'Message 300021' })).toBeVisible()
  expect(await violationsOf(page, 'dialog[open]'), 'details').toEqual([])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Members and files' }).click()
  await page.getByRole('tab', { name: 'Media' }).click()
  expect(await violationsOf(page, 'aside[aria-label]'), 'panel').toEqual([])
  await page.keyboard.press('Escape')
  const voice = timeline.message(300_033)
  await voice.getByRole('button', { name: /^Play/ }).click()
  // Paused it stays, however long it takes to leave its row.
  await voice.getByRole('button', { name: /^Pause/ }).click()
  await voice.locator('[data-message-text]').click({ modifiers: ['Shift'] })
  await timeline.wheelUntil(900, () => page.getByRole('region', { name: 'Player' }).isVisible())
  // All of the page once: what has opened beside its landmarks is held against them.
  expect(await violationsOf(page), 'selection and player').toEqual([])
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await page.getByRole('button', { name: 'Go to date' }).click()
  await expect(page.locator('[data-selected]')).toBeFocused()
  expect(await violationsOf(page, '[role="dialog"]'), 'calendar').toEqual([])
  await page.keyboard.press('Escape')
  await timeline.scroller
    .getByRole('button', { name: /^Open picture/ })
    .first()
    .click()
  await expect(page.getByRole('dialog', { name: 'Chat pictures' }).locator('img').first()).toBeVisible()
  expect(await violationsOf(page, '.yarl__root'), 'viewer').toEqual([])
})

// In both languages and themes, and as wide as a desk and a phone.
for (const [width, lang, theme] of [
  [1280, 'en', 'light'],
  [320, 'ru', 'dark'],
] as const)
  test(`what finds and leads: no violation at ${width} px, ${lang}, ${theme}`, async ({ timeline, page }) => {
    const t = (en: string, ru: string) => (lang === 'en' ? en : ru)
    await page.setViewportSize({ width, height: 800 })
    await timeline.open('chat40')
    await page.goto(`/?dialog=chat40&lang=${lang}`)
    await expect(page.getByRole('button', { name: t('First unread', 'Первое непрочитанное') })).toBeVisible()
    await timeline.complete()
    // A strip that shows while one scrolls where there is no room for more.
    await timeline.wheel(-200)
    await expect(page.getByRole('slider', { name: t('Timeline', 'Шкала времени') })).toBeAttached()
    await page.keyboard.press('Control+f')
    await page.keyboard.insertText('the')
    await expect(page.locator('[data-find-count]:not([data-find-count="0/0"])')).toBeVisible()
    expect(await violationsOf(page, undefined, [theme]), 'rail, first unread and find bar').toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.keyboard.insertText('support')
    await expect(page.getByRole('option', { selected: true })).toBeVisible()
    expect(await violationsOf(page, 'dialog[open]', [theme]), 'chat switcher').toEqual([])
    await page.keyboard.press('Escape')
    for (const name of [t('Keyboard shortcuts', 'Горячие клавиши'), t('Requests', 'Запросы')]) {
      await page.getByRole('button', { name: /^(?:More|Ещё)$/ }).click()
      await expect(page.getByRole('menuitem', { name, exact: true })).toBeVisible()
      await page.getByRole('menuitem', { name, exact: true }).click()
      await expect(page.getByRole('dialog', { name, exact: true })).toBeVisible()
      expect(await violationsOf(page, 'dialog[open]', [theme]), name).toEqual([])
      await page.keyboard.press('Escape')
    }
    await page.keyboard.press('/')
    await page.getByRole('combobox', { name: t('Search in this chat', 'Поиск в этом чате') }).fill('from:Sam contract')
    await expect(page.locator('[data-hit-id]').first()).toBeVisible()
    expect(await violationsOf(page, undefined, [theme]), 'search').toEqual([])
    await page.getByRole('button', { name: t('Show in the chat', 'Показать в чате') }).click()
    await expect(page.locator('[data-filter-count]')).toBeVisible()
    expect(await violationsOf(page, undefined, [theme]), 'filter').toEqual([])
  })

test('connecting: no violation', async ({ page }) => {
  await page.goto('/?lang=en')
  await page.getByRole('button', { name: 'Connect' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
})

test('by keyboard alone: into the messages, from one to the next, and no message that has the focus disappears', async ({
  timeline,
  page,
}) => {
  await timeline.open('chat20')
  await timeline.settled()
  await timeline.scroller.focus()
  await page.keyboard.press('Tab')
  const focused = () =>
    page.evaluate(() => document.activeElement?.querySelector<HTMLElement>('[data-message-id]')?.dataset['messageId'] ?? null)
  await expect.poll(focused).not.toBeNull()
  const first = Number(await focused())
  await page.keyboard.press('ArrowUp')
  await expect.poll(async () => Number(await focused())).toBeLessThan(first)
  for (let turn = 0; turn < 20; turn++) await page.keyboard.press('PageUp')
  await timeline.settled()
  const far = Number(await focused())
  expect(far).toBeLessThan(first)
  await expect(timeline.message(far)).toBeInViewport()
  // Scrolled away by the wheel, it stays mounted and keeps the focus.
  for (let turn = 0; turn < 12; turn++) {
    await timeline.wheel(-800)
    await timeline.drawn()
  }
  expect(Number(await focused())).toBe(far)
  expect(await timeline.scroller.locator('article[tabindex="0"]').count()).toBe(1)
})

test('the list is a feed of articles that are named by author and text', async ({ timeline, page }) => {
  const id = seed('chat20').idAt(19_999)
  await timeline.open('chat20')
  const feed = page.getByRole('feed', { name: 'Messages' })
  await expect(feed).toHaveAttribute('aria-busy', 'false')
  const article = feed.getByRole('article').filter({ has: page.locator(`[data-message-id="${id}"]`) })
  await expect(article).toHaveAccessibleName(/\S+ \S+/)
})

test('at 320 px and 400 % zoom nothing is cut off sideways', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await timeline.open('chat1')
  await timeline.settled()
  const wide = await timeline.scroller.evaluate((list) => ({ scroll: list.scrollWidth, client: list.clientWidth }))
  expect(wide.scroll).toBeLessThanOrEqual(wide.client)
})
