import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isShowable, picturePixels } from './picture-pixels.ts'

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0))
const zeros = (count: number) => Array.from({ length: count }, () => 0)
const big = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const little = (value: number) => big(value).toReversed()
const png = (width: number, height: number) => [
  0x89,
  ...ascii('PNG\r\n\u001a\n'),
  ...big(13),
  ...ascii('IHDR'),
  ...big(width),
  ...big(height),
]
const gif = (width: number, height: number) => [...ascii('GIF89a'), ...little(width).slice(0, 2), ...little(height).slice(0, 2)]
const webp = (kind: string, body: number[]) => [...ascii('RIFF'), ...zeros(4), ...ascii('WEBP'), ...ascii(kind), ...zeros(4), ...body]

describe('the pixels of a picture', () => {
  it.each([
    ['PNG', png(60_000, 60_000), 3_600_000_000],
    ['GIF', gif(65_535, 65_535), 65_535 ** 2],
    ['BMP', [...ascii('BM'), ...zeros(16), ...little(300), ...big(0xff_ff_ff_38).toReversed()], 300 * 200],
    ['JPEG', [0xff, 0xd8, 0xff, 0xe1, 0, 10, ...zeros(8), 0xff, 0xc4, 0, 4, 0, 0, 0xff, 0xc2, 0, 17, 8, 0x10, 0, 0x20, 0], 4_096 * 8_192],
    ['WebP with parts', webp('VP8X', [...zeros(4), 0xff, 0x3f, 0, 0xff, 0x1f, 0, 0]), 16_384 * 8_192],
    ['WebP', webp('VP8 ', [...zeros(6), 0x40, 0x01, 0xf0, 0x00]), 320 * 240],
    ['lossless WebP', webp('VP8L', [0x2f, ...little(319 | (239 << 14))]), 320 * 240],
    ['AVIF', [...zeros(4), ...ascii('ftypavif'), ...ascii('ispe'), ...zeros(4), ...big(30_000), ...big(20_000)], 600_000_000],
  ])('are told by the first bytes of a %s', (_, bytes, pixels) => expect(picturePixels(new Uint8Array(bytes))).toBe(pixels))

  it('are unknown of anything else', () => {
    for (const bytes of [[], ascii('<svg'), png(5, 5).slice(0, 18), [0xff, 0xd8, 0xff, 0xda, 0, 0]])
      expect(picturePixels(new Uint8Array(bytes))).toBeNull()
  })

  it('are looked for without failing, whatever follows', () => {
    const start = fc.constantFrom([0xff, 0xd8], webp('VP8X', []), [...zeros(4), ...ascii('ftyp')], ascii('GIF8'), [0x89, 0x50, 0x4e, 0x47])
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 300 }), (first, rest) => {
        const pixels = picturePixels(new Uint8Array([...first, ...rest]))
        if (pixels !== null) expect(pixels).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

it('a picture is shown unless a few bytes of it would take gigabytes', async () => {
  const showable = (bytes: number[]) => isShowable(new Blob([new Uint8Array(bytes)]))
  expect(await showable(png(12_000, 9_000))).toBe(true)
  expect(await showable(png(60_000, 60_000))).toBe(false)
  expect(await showable(gif(1_920, 1_080))).toBe(true)
  expect(await showable(gif(20_000, 20_000))).toBe(false)
  expect(await showable(ascii('what a browser may still know'))).toBe(true)
})
