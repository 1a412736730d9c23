import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test, type PortalControl } from './fixtures.ts'

/** How often each method was called, as the portal has it. */
async function askedOf(portal: PortalControl): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { method } of (await portal.log()).log) counts[method] = (counts[method] ?? 0) + 1
  return counts
}

const open = async (page: Page) => {
  await page.getByRole('button', { name: 'Requests' }).click()
  return page.getByRole('dialog', { name: 'Requests' })
}

/** The same, as the saved text has it. */
function listedIn(text: string): Record<string, number> {
  const [, totals = ''] = text.split('\n\n')
  const counts: Record<string, number> = {}
  for (const line of totals.split('\n').slice(1)) {
    const [what = '', , alone, inBatches] = line.split('\t')
    // Pictures are no calls, and the portal's log leaves them out.
    if (/^[a-z][\w.]*$/i.test(what) && !what.includes('localhost')) counts[what.toLowerCase()] = Number(alone) + Number(inBatches)
  }
  return counts
}

test('the list of requests has exactly what the portal was asked for, the first one and what was in batches included, and no secret', async ({
  timeline,
  portal,
  page,
}) => {
  // One that has to be repeated.
  await portal.configure({ faults: [{ kind: '500', method: 'im.dialog.messages.get', times: 1 }] })
  await timeline.open('chat30')
  await timeline.complete()
  await page.getByRole('button', { name: 'Members and files' }).click()
  await expect(page.getByRole('tab', { name: 'Members' })).toBeVisible()
  await timeline.scroller.press('Control+Home')
  await expect(timeline.edge('oldest')).toBeAttached()
  await timeline.settled()

  const dialog = await open(page)
  await expect(dialog).toContainText('All of it only reads')
  const save = async () => {
    const saving = page.waitForEvent('download')
    await dialog.getByRole('button', { name: 'Save as text' }).click()
    return readFile(await (await saving).path(), 'utf8')
  }
  await expect(async () => expect(listedIn(await save())).toEqual(await askedOf(portal))).toPass({ timeout: 20_000 })
  const text = await save()
  expect(text).toMatch(/POST im\.dialog\.messages\.get\t/)
  expect(text).toMatch(/POST im\.dialog\.messages\.get\t.*\t500\t.*\t1$/m)
  expect(text).toMatch(/POST im\.dialog\.messages\.get\t.*\t200\t.*\t2$/m)
  expect(text).not.toContain(portal.secret)
  expect(text).not.toMatch(/auth=|token=|signature=/i)
})
