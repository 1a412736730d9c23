import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test, type TimelinePage } from './fixtures.ts'

/** Id of a message of the chat of pictures, by its number. */
const at = (number: number): number => 300_000 + number * 3

/** An album of three pictures, and what follows up to a PDF. */
const FIRST = at(17)
const LAST = at(23)

/** Names in the directory at an archive's end. */
async function namesIn(path: string): Promise<string[]> {
  const bytes = await readFile(path)
  const names: string[] = []
  for (let from = bytes.indexOf('PK\u0001\u0002'); from !== -1; from = bytes.indexOf('PK\u0001\u0002', from + 4))
    names.push(bytes.subarray(from + 46, from + 46 + bytes.readUInt16LE(from + 28)).toString())
  return names
}

async function choose(timeline: TimelinePage, page: Page): Promise<void> {
  await timeline.open('chat30', `&message=${FIRST}`)
  await expect(page.locator('[data-testid="message-actions"]')).toBeAttached()
  await timeline
    .message(FIRST)
    .locator('[data-message-text]')
    .click({ modifiers: ['Shift'] })
  await page.locator(`[data-row-key="m${FIRST}"]`).focus()
  for (let id = FIRST; id < LAST; id += 3) {
    const next = page.locator(`[data-row-key="m${id + 3}"]`)
    await page.keyboard.press('Shift+ArrowDown')
    await expect(next).toBeFocused()
  }
}

test('the files of several messages are saved into a folder under their own names, and overwrite nothing', async ({ timeline, page }) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true }),
    })
  })
  await choose(timeline, page)
  const save = page.getByRole('toolbar').getByRole('button', { name: /^Save \d+ files$/ })
  const count = Number(/\d+/.exec((await save.getAttribute('aria-label')) ?? '')?.[0])
  expect(count).toBeGreaterThan(2)
  const strip = page.getByRole('region', { name: 'Saving files' })
  const inFolder = () =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('chosen')
      const files: { name: string; size: number }[] = []
      for await (const handle of (folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }).values())
        files.push({ name: handle.name, size: (await handle.getFile()).size })
      return files
    })
  const before = await timeline.reading()
  await save.click()
  await expect(strip).toContainText(`${count} files saved`, { timeout: 60_000 })
  const once = await inFolder()
  expect(once).toHaveLength(count)
  expect(once.every(({ size }) => size > 0)).toBe(true)
  expect(await timeline.reading()).toEqual(before)
  await strip.getByRole('button', { name: 'Close' }).click()
  await expect(strip).toHaveCount(0)
  await save.click()
  await expect(strip).toContainText(`${count} files saved`, { timeout: 60_000 })
  expect(await inFolder()).toHaveLength(2 * count)
})

test('where no folder can be chosen, the files come in one archive', async ({ timeline, page }) => {
  await page.addInitScript(() => {
    delete (window as { showDirectoryPicker?: unknown }).showDirectoryPicker
  })
  await choose(timeline, page)
  const save = page.getByRole('toolbar').getByRole('button', { name: /^Save \d+ files$/ })
  const count = Number(/\d+/.exec((await save.getAttribute('aria-label')) ?? '')?.[0])
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()])
  expect(download.suggestedFilename()).toMatch(/^Files \d{4}-\d\d-\d\d\.zip$/)
  const names = await namesIn(await download.path())
  expect(names).toHaveLength(count)
  expect(new Set(names).size).toBe(count)
  expect(names.some((name) => name.endsWith('.pdf'))).toBe(true)
})

test('all files of a list in the panel can be saved; what the portal does not give is named and can be tried again', async ({
  timeline,
  portal,
  page,
}) => {
  await page.addInitScript(() => {
    delete (window as { showDirectoryPicker?: unknown }).showDirectoryPicker
  })
  await portal.configure({ missingMethods: ['im.v2.file.download', 'disk.file.get'] })
  await timeline.open('chat30', `&message=${FIRST}`)
  await page.getByRole('button', { name: 'Members and files' }).click()
  await page.getByRole('tab', { name: 'Files' }).click()
  await page.getByRole('button', { name: /^Save \d+ files$/ }).click()
  const strip = page.getByRole('region', { name: 'Saving files' })
  await expect(strip).toContainText('Saved 0 of')
  await expect(strip).toContainText(/\d+ files couldn’t be saved: /)
  await portal.configure({ missingMethods: [], scopes: ['im', 'disk'] })
  const [download] = await Promise.all([page.waitForEvent('download'), strip.getByRole('button', { name: 'Retry' }).click()])
  expect((await namesIn(await download.path())).length).toBeGreaterThan(1)
  await expect(strip).toContainText(/\d+ files saved/)
})
