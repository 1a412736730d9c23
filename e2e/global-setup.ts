import { chromium } from '@playwright/test'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chromiumOptions } from './chromium.ts'

/** Letters of the scripts and faces that occur in messages, and a picture of them. */
const LETTERS =
  '<p style="font: 15px/22px system-ui">Ag 0123 Йё مح עב 👍</p><p style="font: 13px/20px ui-monospace, DejaVu Sans Mono, monospace">Ag 0123</p>'
/** How they were drawn where the pictures of `look.spec.ts` were taken. */
const FONTS = new URL('./look.spec.ts-snapshots/fonts.txt', import.meta.url)

/**
 * Before all tests: letters are drawn otherwise on every system, so that pictures of them can only be compared where they are
 * drawn as they were when the pictures were taken. `LOOK_FONTS` says to the specs whether they are; `LOOK=new` says that
 * new pictures are taken here.
 */
export default async function compareFonts(): Promise<void> {
  const browser = await chromium.launch(chromiumOptions())
  const page = await browser.newPage()
  await page.setContent(LETTERS)
  const fonts = createHash('sha256')
    .update(await page.screenshot())
    .digest('hex')
  await browser.close()
  if (process.env['LOOK'] === 'new') writeFileSync(FONTS, fonts)
  process.env['LOOK_FONTS'] = existsSync(FONTS) && readFileSync(FONTS, 'utf8') === fonts ? 'same' : 'other'
}
