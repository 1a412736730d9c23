import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { sampleId } from './seeds.ts'

/**
 * Every kind of message as somebody has looked at it. Letters are drawn otherwise on every system: the pictures are
 * compared where a page of text looks as it did when they were taken, and nowhere else.
 */
const FONTS = new URL('./look.spec.ts-snapshots/fonts.txt', import.meta.url)

async function fontsOf(page: Page): Promise<string> {
  await page.setContent(
    '<p style="font: 15px/22px system-ui">Ag 0123 Йё مح עב 👍</p><p style="font: 13px/20px ui-monospace, DejaVu Sans Mono, monospace">Ag 0123</p>',
  )
  return createHash('sha256')
    .update(await page.screenshot())
    .digest('hex')
}

const kinds = [
  'plain russian',
  'system unknown code',
  'soft deleted',
  'edited',
  'not delivered',
  'pinned',
  'disappearing',
  'user mention replace',
  'code block',
  'image link',
  'dash quote full',
  'long quote',
  'arrow quote nested',
  'timestamp',
  'rating',
  'attach user',
  'attach grid row and table',
  'attach delimiter',
  'attach file',
  'link preview',
  'keyboard',
  'likes',
  'forward legacy',
  'reply v2',
  'sticker',
  'gallery',
  'image without size',
  'office files',
  'video note',
  'voice note',
  'video',
  'pdf',
  'file still uploading',
  'file missing object',
  'component message',
  'bot with other name',
] as const

/** With pictures that arrive; those of the samples are on a portal that is not there. */
const media = { picture: 0, album: 7, voice: 11, film: 17, document: 23 } as const

const places = [
  ...kinds.map((kind) => ({ name: kind.replaceAll(' ', '-'), dialog: 'chat1', id: sampleId(kind) })),
  ...Object.entries(media).map(([name, number]) => ({ name, dialog: 'chat30', id: 300_000 + number * 3 })),
]

const views = (['light', 'dark'] as const).flatMap((theme) => [1280, 720, 320].map((width) => ({ theme, width })))

for (const { name, dialog, id } of places)
  test(`${name} looks as it was looked at, in both themes and at 320, 720 and 1,280 px`, async ({ timeline, page }) => {
    const fonts = await fontsOf(page)
    if (process.env['LOOK'] === 'new') writeFileSync(FONTS, fonts)
    test.skip(!existsSync(FONTS) || readFileSync(FONTS, 'utf8') !== fonts, 'letters are drawn otherwise here')
    // A portal that is not there: what it would have to give is refused at once.
    await page.route('https://acme.example/**', (route) => route.abort())
    await timeline.open(dialog, `&message=${id}`)
    // That it was jumped to is not a part of how it looks.
    await page.addStyleTag({ content: '[data-highlighted] { background: none !important; box-shadow: none !important }' })
    await expect(page.locator('[data-testid="message-actions"]')).toBeAttached()
    await page.mouse.move(1, 1)
    const row = timeline.message(id)
    // A picture has come, or has been given up.
    await expect
      .poll(() =>
        row.evaluate((element) => {
          const images = [...element.querySelectorAll('img')]
          const wanted = element.querySelectorAll('button[aria-label^="Open the picture"]').length
          return images.every(({ complete }) => complete) && images.length >= wanted
        }),
      )
      .toBe(true)
    // The portal tells its origin later, and it takes no more room.
    if (name === 'forward-legacy') await expect(row).toContainText('Forwarded from')
    for (const { theme, width } of views) {
      await page.setViewportSize({ width, height: 800 })
      await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
      await timeline.frames(3)
      // Rows stand between pixels; letters would be drawn otherwise each time.
      await row.evaluate((element) => {
        const article = element.closest('article') as HTMLElement
        article.style.translate = 'none'
        const { top } = element.getBoundingClientRect()
        article.style.translate = `0 ${Math.round(top) - top}px`
      })
      await expect.soft(row).toHaveScreenshot(`${name}-${theme}-${width}.png`, { maxDiffPixelRatio: 0.02 })
    }
  })
