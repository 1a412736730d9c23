import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FoldedPieces } from './find-in-pieces.ts'
import { foldPhrase, foldText, foldedText } from './fold-text.ts'

const found = (pieces: readonly string[], phrase: string): string[][] =>
  new FoldedPieces(pieces)
    .find(foldPhrase(phrase))
    .map((ranges) => ranges.map(({ piece, start, end }) => pieces[piece]?.slice(start, end) ?? '?'))

/** Letters that fold to others, to two, to none, and to one with their neighbours. */
const unit = fc.constantFrom(...'aбё ЁйИß\n', 'й'.normalize('NFD'), '\u0301', '\u00ad', 'ﬁ', '😀', 'İ', '…')
const text = fc.string({ unit, maxLength: 12 })

describe('what is found in pieces of a text', () => {
  it.each([
    [['Ещё ', 'раз', '!'], 'еще раз', [['Ещё ', 'раз']]],
    [['до', '', 'го', 'вор'], 'ОГОВ', [['о', 'го', 'в']]],
    [['one', '\n', 'two'], 'one two', [['one', '\n', 'two']]],
    [['aa', 'aa'], 'aaa', [['aa', 'a']]],
    [['Stra', 'ße, Straße'], 'strasse', [['Stra', 'ße'], ['Straße']]],
    [['и', '\u0306'], 'и', []],
    [[], 'x', []],
  ] as const)('in %j “%s” is %j', (pieces, phrase, ranges) => {
    expect(found(pieces, phrase)).toEqual(ranges)
  })

  it('any phrase in any text is a range of each piece that it touches, and reads the same when it is put together', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), text, (pieces, phrase) => {
        const wanted = foldPhrase(phrase)
        fc.pre(wanted !== '')
        const places = new FoldedPieces(pieces).find(wanted)
        expect(places.length).toBe(foldedText(pieces.join('')).split(wanted).length - 1)
        for (const ranges of places) {
          for (const { piece, start, end } of ranges) {
            expect(start).toBeGreaterThanOrEqual(0)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(pieces[piece]?.length ?? -1)
          }
          expect(foldedText(ranges.map(({ piece, start, end }) => pieces[piece]?.slice(start, end)).join(''))).toContain(wanted)
        }
      }),
    )
  })
})

it('a text is folded to the same letters whether or not their places are wanted', () => {
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (any) => {
      expect(foldedText(any)).toBe(foldText(any).text)
    }),
  )
  const ordinary = `${String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at))}\n\t АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ «»—–“”„’`
  for (const words of [ordinary, ordinary.toLowerCase()]) expect(foldedText(words)).toBe(foldText(words).text)
})
