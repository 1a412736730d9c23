import fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeType } from './safe-type.ts'

it.each([
  ['image/png', 'image/png'],
  ['IMAGE/JPEG', 'image/jpeg'],
  [' video/mp4; codecs="avc1"', 'video/mp4'],
  ['audio/x-wav', 'audio/x-wav'],
  ['application/pdf', 'application/pdf'],
])('“%s” is shown or played as %s', (stated, type) => expect(safeType(stated)).toBe(type))

it.each([
  null,
  '',
  'text/html',
  'text/xml',
  'application/xhtml+xml',
  'image/svg+xml',
  'image/svg+xml; charset=utf-8',
  'video/mp4+xml',
  'audio/x+xml;image/png',
  'application/javascript',
  'multipart/x-mixed-replace',
  'image/png, text/html',
])('“%s” is bytes and nothing else', (stated) => expect(safeType(stated)).toBe('application/octet-stream'))

it('whatever is stated, no document and no script comes of it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.tuple(fc.constantFrom('image/', 'audio/', 'video/', 'text/', 'application/'), fc.string()).map(([a, b]) => a + b),
      ),
      (stated) => {
        expect(safeType(stated)).toMatch(
          /^(?:image\/(?:png|jpeg|gif|webp|avif|bmp)|(?:audio|video)\/[\w.-]+|application\/(?:pdf|octet-stream))$/,
        )
      },
    ),
  )
})
