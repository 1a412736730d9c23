import { expect, test } from './fixtures.ts'
import { idsOf, seed } from './seeds.ts'

// Seven or eight hours behind the portal.
test.use({ timezoneId: 'America/New_York' })

const chat = seed('chat30')
const dayOf = (n: number): string => chat.messageAt(n, 0).date.slice(0, 10)

test('days and times move together, full ones name their zone, and the line being read stays', async ({ timeline, page }) => {
  // The first message of a day on the portal, which in New York belongs to the day before.
  const n = idsOf('chat30').findIndex((_, at) => at > 100 && dayOf(at) !== dayOf(at - 1))
  const { id, date } = chat.messageAt(n, 0)
  await timeline.open('chat30', `&message=${id}`)
  await timeline.complete()
  const row = timeline.scroller.locator(`article:has([data-message-id="${id}"])`)
  const time = row.locator('time')
  await expect(time).toHaveAttribute('aria-label', /UTC-[45]$/)
  await expect(row.getByRole('heading')).toHaveCount(0)
  const before = await timeline.reading()

  const settings = page.getByRole('button', { name: 'Settings' })
  await settings.click()
  const clock = page.getByRole('combobox', { name: 'Times and dates' })
  await clock.selectOption('Portal time')
  await expect(time).toHaveText(date.slice(11, 16))
  await expect(time).toHaveAttribute('aria-label', / 2026, \d\d:\d\d:\d\d UTC\+3$/)
  await expect(row.getByRole('heading')).toHaveText(new RegExp(`\\b${Number(date.slice(8, 10))} October 2026`))
  const after = await timeline.reading()
  expect(after.id).toBe(before.id)
  expect(Math.abs(after.top - before.top)).toBeLessThanOrEqual(1)

  await clock.selectOption('UTC')
  await expect(time).toHaveAttribute('aria-label', / UTC$/)
  // It is kept.
  await page.reload()
  await settings.click()
  await expect(page.getByRole('combobox', { name: 'Times and dates' })).toHaveValue('utc')
  await expect(timeline.scroller.locator('time').first()).toHaveAttribute('aria-label', / UTC$/)
})
