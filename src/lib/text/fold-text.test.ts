import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findFolded, foldPhrase, foldText } from './fold-text.ts'

const found = (text: string, phrase: string): string[] =>
  findFolded(foldText(text), foldPhrase(phrase)).map(({ start, end }) => text.slice(start, end))

it.each([
  ['Ещё раз', 'еще', ['Ещё']],
  ['все', 'ВСЁ', ['все']],
  ['мой', 'мои', []],
  ['мои', 'мой', []],
  ['мой'.normalize('NFD'), 'мой', ['мой'.normalize('NFD')]],
  ['Їжак', 'іжак', []],
  ['Café', 'cafe', ['Café']],
  ['cafe', 'CAFÉ', ['cafe']],
  ['Straße', 'strasse', ['Straße']],
  ['ΟΔΟΣ', 'οδος', ['ΟΔΟΣ']],
  ['ﬁle', 'file', ['ﬁle']],
  ['２０２６', '2026', ['２０２６']],
  ['до\u00adго\u00adвор', 'договор', ['до\u00adго\u00adвор']],
  ['one\u00a0\n two', 'one two', ['one\u00a0\n two']],
  ['aaa', 'aa', ['aa']],
  ['text', '  ', []],
] as const)('“%s” asked for “%s” gives %j', (text, phrase, ranges) => {
  expect(found(text, phrase)).toEqual(ranges)
})

it('whatever a text contains is found in it, at a place that reads the same', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.string({ unit: 'grapheme' }),
      (before, phrase, after) => {
        const wanted = foldPhrase(phrase)
        fc.pre(wanted !== '')
        // Spaces around the phrase, so that no mark of its neighbour becomes one of its own.
        const text = `${before} ${phrase} ${after}`
        const places = found(text, phrase)
        expect(places.length).toBeGreaterThan(0)
        for (const place of places) expect(foldPhrase(place)).toContain(wanted)
      },
    ),
  )
})
