import { expect, test } from './fixtures.ts'
import { sampleId } from './seeds.ts'

test('a mention shows who is meant, by pointer and by keyboard', async ({ timeline, page }) => {
  const id = sampleId('user mention replace')
  await timeline.open('chat1', `&message=${id}`)
  const mention = timeline.message(id).locator('[data-user-id]')
  const card = page.getByTestId('mention-card')
  // Once everything around the messages has loaded, nothing under the pointer moves any more.
  await expect(page.getByRole('button', { name: 'Settings' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Jump to latest' })).toBeVisible()
  await mention.hover()
  await expect(card).toContainText('Анна Петрова')
  await expect(card).toContainText('Менеджер')
  await expect(card.getByRole('link', { name: 'Open in Bitrix24' })).toHaveAttribute('href', /\/company\/personal\/user\/547\/$/)
  // On the way, and on: one leap, which is what a busy browser makes of a few steps, could be towards the card as far as anybody can tell.
  let moves = 0
  await expect(async () => {
    await page.mouse.move(5 + (moves++ % 2), 5, { steps: 5 })
    await timeline.frame()
    expect(await card.count()).toBe(0)
  }).toPass({ intervals: [0] })
  await mention.focus()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('link', { name: 'Open chat' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  await expect(mention).toBeFocused()
})

test('an author shows who that is and how they can be reached, by pressing the name and from the menu', async ({ timeline, page }) => {
  const id = sampleId('plain english')
  await timeline.open('chat1', `&message=${id}`)
  await expect(page.locator('[data-testid="message-actions"]')).toBeAttached()
  const author = timeline.message(id).locator('[data-message-author]')
  const card = page.getByTestId('mention-card')
  await author.click()
  await expect(card).toContainText('Иван Иванов')
  await expect(card.getByRole('link', { name: '+74950000001' })).toHaveAttribute('href', 'tel:+74950000001')
  await expect(card.getByRole('link', { name: 'ivan@acme.example' })).toHaveAttribute('href', 'mailto:ivan@acme.example')
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
  const row = page.locator(`[data-row-key="m${id}"]`)
  await row.focus()
  await page.keyboard.press('Shift+F10')
  await page.getByRole('menuitem', { name: 'Author’s profile' }).click()
  await expect(card.getByRole('link', { name: 'ivan@acme.example' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(row).toBeFocused()
})

test('a picture of another server is asked for only when the reader wants it', async ({ timeline, page }) => {
  const asked: string[] = []
  await page.route('https://img.example/**', (route) => {
    asked.push(route.request().url())
    return route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>' })
  })
  const id = sampleId('image link')
  await timeline.open('chat1', `&message=${id}`)
  const show = timeline.message(id).getByRole('button', { name: 'Show picture from img.example' })
  await expect(show).toBeVisible()
  expect(asked).toEqual([])
  await show.click()
  await expect(timeline.message(id).locator('img')).toBeVisible()
  expect(asked).toEqual(['https://img.example/cat.png?w=100'])
})

test('a link to a message of another chat goes there, and Back returns', async ({ timeline, page }) => {
  const id = sampleId('context link')
  await timeline.open('chat1', `&message=${id}`)
  await timeline.message(id).getByRole('link', { name: 'к сообщению' }).click()
  await expect(page).toHaveURL(/dialog=chat1489&message=100010/)
  await page.goBack()
  await expect(timeline.message(id)).toBeInViewport()
})

test('a very long message is cut until the reader asks for all of it, and stays whole', async ({ timeline }) => {
  const id = sampleId('long text 64k')
  await timeline.open('chat1', `&message=${id}`)
  const text = timeline.message(id).locator('[data-message-text]')
  await timeline.scroller.focus()
  const more = timeline.message(id).getByRole('button', { name: 'Show the whole message' })
  const length = async () => (await text.textContent())?.length ?? 0
  await expect(more).toBeAttached()
  expect(await length()).toBe(20_000)
  await more.click()
  await expect.poll(length).toBeGreaterThan(60_000)
})

test('lists and tables are shown as such by a setting', async ({ timeline, page }) => {
  const id = sampleId('table tags')
  await timeline.open('chat1', `&message=${id}`)
  await expect(timeline.message(id)).toContainText('[table]')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('combobox', { name: 'Lists, tables and headings' }).selectOption('Formatted')
  await expect(timeline.message(id).getByRole('table')).toBeVisible()
  await expect(timeline.message(sampleId('list tags')).getByRole('listitem')).toHaveCount(2)
})

test('the text of a message is its words alone: no button and no hint is copied with it', async ({ timeline }) => {
  for (const [name, words] of [
    ['dash quote full', 'Анна Петрова 04.03.2026 09:43Доброе утро! Счёт готовСпасибо!'],
    ['label lies about host', 'https://acme.example/login'],
    ['send and put', 'Помощь Поиск да'],
    ['image link', 'https://img.example/cat.png?w=100'],
  ] as const) {
    const id = sampleId(name)
    await timeline.open('chat1', `&message=${id}`)
    await expect(timeline.message(id).locator('[data-message-text]')).toHaveText(words)
  }
})

test('cards of bots show what they hold, at 320 px too, and lead where they say', async ({ timeline, page }) => {
  await page.setViewportSize({ width: 320, height: 800 })
  const grid = sampleId('attach grid row and table')
  await timeline.open('chat1', `&message=${grid}`)
  await expect(timeline.message(grid).getByRole('definition').first()).toHaveText('В работе')
  await expect(timeline.message(grid).getByRole('link', { name: 'на всю ширину' })).toHaveAttribute('href', /\/crm\/deal\/details\/1\/$/)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  const bad = sampleId('attach link bad scheme')
  await timeline.open('chat1', `&message=${bad}`)
  await expect(timeline.message(bad)).toContainText('жми')
  await expect(timeline.message(bad).getByRole('link')).toHaveCount(0)
})

test('a keyboard of a bot leads and copies, and does nothing else', async ({ timeline, page }) => {
  const id = sampleId('keyboard')
  await timeline.open('chat1', `&message=${id}`)
  const keyboard = timeline.message(id).getByRole('group', { name: 'Bot buttons' })
  await expect(keyboard.getByRole('link', { name: /Сайт.*example\.com/ })).toHaveAttribute('href', 'https://example.com/?a=1&b=2')
  const help = keyboard.getByRole('button', { name: /^Помощь\. In the messenger this button sends: \/help/ })
  await help.click({ force: true })
  await expect(page).toHaveURL(new RegExp(`message=${id}`))
  const hostile = sampleId('keyboard hostile')
  await timeline.open('chat1', `&message=${hostile}`)
  await expect(timeline.message(hostile).getByRole('button').first()).toBeVisible()
  await expect(timeline.message(hostile).getByRole('link')).toHaveCount(0)
})

test('a long quote that was opened stays open when the reader comes back to it', async ({ timeline }) => {
  const id = sampleId('long quote')
  await timeline.open('chat1', `&message=${id}`)
  const quote = timeline.message(id).locator('blockquote')
  await quote.getByRole('button', { name: 'Show the whole quote' }).click()
  // The row that has the focus stays.
  await timeline.scroller.focus()
  await timeline.wheelUntil(900, async () => (await quote.count()) === 0)
  await timeline.wheelUntil(-900, async () => (await quote.count()) === 1)
  await expect(quote.getByRole('button', { name: 'Collapse the quote' })).toBeVisible()
})
