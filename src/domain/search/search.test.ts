import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { askOf, hasNoDays, isTooShort } from './ask.ts'
import { calendarDate, daysOf } from './calendar-date.ts'
import { foldedText, matches, type Findable } from './matches.ts'
import { formatQuery, parseQuery, withCondition, withoutPart } from './parse-query.ts'
import { KINDS_OF_CONTENT, KINDS_OF_MESSAGE, type Condition } from './query.ts'

const conditionsOf = (typed: string): Condition[] => parseQuery(typed).terms.map(({ start: _start, end: _end, ...condition }) => condition)
const problemsOf = (typed: string) => parseQuery(typed).problems.map(({ code, start, end }) => [code, typed.slice(start, end)])

/** Everything that can be typed, likely things first. */
const typed = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'from: has: "-е ё image 2024-0 on before'.split(/(?<=[: ])/), ' ', '"', '-', ':') }),
  fc.string({ unit: 'grapheme' }),
)
const word = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom('from:me', '-a', 'is:', 'http://a.b/?c=1', 'два слова'),
)
/** As a reader can have meant it: no quotation marks, which cannot be quoted, and no spaces beyond those between words. */
const text = word.map((given) => given.replaceAll('"', '').replaceAll(/\s+/g, ' ').trim()).filter((given) => given !== '')
const condition: fc.Arbitrary<Condition> = fc
  .tuple(
    fc.oneof(
      text.map((given) => ({ kind: 'text' as const, text: given })),
      text.map((name) => ({ kind: 'from' as const, name })),
      fc.constantFrom(...KINDS_OF_CONTENT).map((what) => ({ kind: 'has' as const, what })),
      fc.constantFrom(...KINDS_OF_MESSAGE).map((what) => ({ kind: 'is' as const, what })),
      fc
        .tuple(fc.constantFrom('before' as const, 'after' as const, 'on' as const), fc.constantFrom('2024', '2024-02', '2024-02-29'))
        .map(([kind, date]) => ({ kind, date })),
    ),
    fc.boolean(),
  )
  .map(([bare, not]) => ({ ...bare, not }))

describe('a query', () => {
  it('is words, quotations and conditions, each of which may be refused', () => {
    expect(conditionsOf('отчёт "two words" from:"Anna Petrova" -from:503 HAS:Image -is:system on:2024-02-29 -draft')).toEqual([
      { kind: 'text', text: 'отчёт', not: false },
      { kind: 'text', text: 'two words', not: false },
      { kind: 'from', name: 'Anna Petrova', not: false },
      { kind: 'from', name: '503', not: true },
      { kind: 'has', what: 'image', not: false },
      { kind: 'is', what: 'system', not: true },
      { kind: 'on', date: '2024-02-29', not: false },
      { kind: 'text', text: 'draft', not: true },
    ])
  })

  it('may contain words that look like conditions: those that are none, and those that are quoted', () => {
    expect(conditionsOf('https://example.org to:me "from:me" 5" e-mail')).toEqual(
      ['https://example.org', 'to:me', 'from:me', '5"', 'e-mail'].map((text) => ({ kind: 'text', text, not: false })),
    )
  })

  it.each([
    ['from:', 'nobody'],
    ['from:""', 'nobody'],
    ['has:', 'no-content'],
    ['has:pictures', 'no-content'],
    ['is:old', 'no-trait'],
    ['before:', 'no-date'],
    ['on:2023-02-29', 'no-date'],
    ['after:tomorrow', 'no-date'],
    ['"not closed', 'open-quote'],
    ['from:"Anna', 'open-quote'],
    ['-', 'nothing'],
    ['""', 'nothing'],
  ])('says of %s that it is %s, where it stands, and reads the rest', (part, code) => {
    expect(problemsOf(`before_it ${part}`)).toEqual([[code, part]])
    expect(conditionsOf(`before_it ${part}`)).toEqual([{ kind: 'text', text: 'before_it', not: false }])
  })

  it('is read to its end whatever was typed: no part of it is lost, and no two overlap', () => {
    fc.assert(
      fc.property(typed, (given) => {
        const { terms, problems } = parseQuery(given)
        const parts = [...terms, ...problems].toSorted((a, b) => a.start - b.start)
        let at = 0
        for (const { start, end } of parts) {
          expect(given.slice(at, start).trim()).toBe('')
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(given.slice(at).trim()).toBe('')
      }),
    )
  })

  it('that is made of conditions reads as the same conditions', () => {
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 6 }), (conditions) => {
        const written = formatQuery(conditions)
        expect(problemsOf(written)).toEqual([])
        expect(conditionsOf(written)).toEqual(conditions)
      }),
    )
  })

  it('that is understood can be written anew from what was understood', () => {
    fc.assert(
      fc.property(typed, (given) => {
        const conditions = conditionsOf(given)
        expect(conditionsOf(formatQuery(conditions))).toEqual(conditions)
      }),
    )
  })

  it('loses one condition, or gets one, and keeps the others', () => {
    fc.assert(
      fc.property(fc.array(condition, { minLength: 1, maxLength: 5 }), condition, fc.nat(), (conditions, other, seed) => {
        const written = formatQuery(conditions)
        const at = seed % conditions.length
        const term = parseQuery(written).terms[at]
        if (!term) throw new Error('no such term')
        expect(conditionsOf(withoutPart(written, term))).toEqual(conditions.toSpliced(at, 1))
        expect(conditionsOf(withCondition(written, term, other))).toEqual(conditions.with(at, other))
      }),
    )
  })
})

describe('a date', () => {
  it.each([
    ['2024', '2024', '2024-01-01', '2024-12-31'],
    ['2024-2', '2024-02', '2024-02-01', '2024-02-29'],
    ['02.2023', '2023-02', '2023-02-01', '2023-02-28'],
    ['2024-12', '2024-12', '2024-12-01', '2024-12-31'],
    ['2024-3-9', '2024-03-09', '2024-03-09', '2024-03-09'],
    ['9.03.2024', '2024-03-09', '2024-03-09', '2024-03-09'],
  ])('%s is %s, from %s to %s', (given, date, first, last) => {
    expect(calendarDate(given)).toBe(date)
    expect(daysOf(date)).toEqual([first, last])
  })

  it.each(['', '24', '2024-13', '2024-00', '2023-02-29', '31.04.2024', '2024-01-01T00:00', '9999', '03/04/2024'])(
    '“%s” is none',
    (given) => {
      expect(calendarDate(given)).toBeNull()
    },
  )
})

describe('what the portal is asked for', () => {
  const phraseOf = (given: string) => askOf(conditionsOf(given)).phrase

  it.each([
    ['short longest mid', 'longest'],
    ['"one another"', 'another'],
    ['-excluded abc', 'abc'],
    ['ok', null],
    ['from:anna has:image', null],
    ['отчёт', 'отч'],
    ['сделаем', 'сд_ла_м'],
    ['ещё', '_щ_'],
    ['дого\u00adвор', 'дого'],
    ['C:\\Users', 'Users'],
    ['a<b>c&d', 'a%b%c%d'],
    ['1!2!3!4!5!6', '1%2%3%4'],
    ['Ärger', 'rger'],
    ['и\u0306од', 'йод'],
    ['100%', '100%'],
    ['snake_case', 'snake_case'],
    ['🙂🙂🙂 ab', null],
    ['\ud800abc', 'abc'],
  ])('of the words %s it is %s', (given, phrase) => {
    expect(phraseOf(given)).toBe(phrase)
  })

  it.each([
    ['after:2024-02-28', '2024-02-29', null],
    ['before:2024-03', null, '2024-02-29'],
    ['after:2023 before:2024-06-15', '2024-01-01', '2024-06-14'],
    ['after:2023 after:2024-05', '2024-06-01', null],
    ['on:2024-02', '2024-02-01', '2024-02-29'],
    ['on:2022 on:2024-02-03', '2022-01-01', '2024-02-03'],
    ['on:2024 after:2024-06', '2024-07-01', '2024-12-31'],
    ['-on:2024 -before:2020', null, null],
  ])('of the dates %s it is from %s to %s', (given, since, until) => {
    expect(askOf(conditionsOf(given))).toEqual({ phrase: null, spare: null, since, until })
  })

  it.each([
    ['before:2024 after:2025', true],
    ['on:2024-02-03 after:2024-02-03', true],
    ['after:2024-02-02 before:2024-02-04', false],
    ['after:2024-06-15', false],
    ['after:2024-06-16', true],
    ['on:2024', false],
    ['before:1990', false],
  ])('is nothing where no day up to today is left: %s', (given, none) => {
    expect(hasNoDays(askOf(conditionsOf(given)), '2024-06-15')).toBe(none)
  })

  it('is nothing where there are but short words; anything else makes them enough', () => {
    expect(isTooShort(conditionsOf('ok да'))).toBe(true)
    expect(isTooShort(conditionsOf('ok -example'))).toBe(true)
    expect(isTooShort(conditionsOf('ok yes'))).toBe(false)
    expect(isTooShort(conditionsOf('ok from:anna'))).toBe(false)
    expect(isTooShort(conditionsOf('🙂'))).toBe(true)
    expect(isTooShort(conditionsOf('🙂🙂🙂'))).toBe(false)
    expect(isTooShort([])).toBe(false)
  })

  it('never leaves out a message that is wanted', () => {
    const day = fc.constantFrom('2023-12-31', '2024-01-01', '2024-02-28', '2024-02-29', '2024-03-01', '2025-01-01')
    const shown = fc
      .array(fc.constantFrom('ещё', 'отчёт', 'короткий', 'word', 'two words'), { maxLength: 4 })
      .map((parts) => parts.join(' '))
    fc.assert(
      fc.property(fc.array(condition, { maxLength: 3 }), shown, day, (conditions, words, sent) => {
        const message: Findable = { ...nobody, foldedText: foldedText(words), day: sent }
        fc.pre(matches(conditions, message))
        const { since, until } = askOf(conditions)
        expect(sent >= (since ?? '') && sent <= (until ?? '9')).toBe(true)
      }),
    )
  })

  it('finds a word however the portal stores it: with ё or е, with entities, with codes in place of emoji', () => {
    const letter = fc.oneof(
      fc.constantFrom(...'еёабв&<"\\%_й🙂1', 'и\u0306', 'é'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    )
    const word = fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''))
    const stored = fc.func(fc.boolean())
    fc.assert(
      fc.property(word, stored, (shown, isOther) => {
        fc.pre(!/\s/.test(shown))
        const phrase = askOf([{ kind: 'text', text: shown, not: false }]).phrase
        const text = [...shown.normalize('NFC')].map((character, at) => (isOther(at) ? storedAs(character) : character)).join('')
        if (phrase !== null) expect(`… ${text} …`).toMatch(likePattern(phrase))
      }),
    )
  })

  it('is the word as it was typed where the portal takes wildcards as they are written', () => {
    expect(askOf(conditionsOf('ещё'))).toMatchObject({ phrase: '_щ_', spare: 'ещё' })
    expect(askOf(conditionsOf('отчёт'))).toMatchObject({ phrase: 'отч', spare: null })
  })
})

/** Another way in which a portal may hold a character. */
function storedAs(character: string): string {
  const twins: Readonly<Record<string, string>> = { е: 'ё', ё: 'е', '&': '&amp;', '<': '&lt;', '"': '&quot;', '\\': '&#92;', é: 'e' }
  return twins[character] ?? ((character.codePointAt(0) ?? 0) > 0xffff ? ':f09f9982:' : character)
}

/** What a database takes a phrase for. */
const likePattern = (phrase: string): RegExp =>
  new RegExp(
    [...phrase.matchAll(/\\(.)|(%)|(_)|([^])/gsu)]
      .map(([, escaped, all, one, letter]) =>
        all ? '.*' : one ? '.' : String.raw`\u{${(escaped ?? letter)?.codePointAt(0)?.toString(16)}}`,
      )
      .join(''),
    'isu',
  )

const nobody: Findable = { foldedText: '', authorId: 0, authorNames: [], contents: new Set(), traits: new Set(), day: null }

describe('a message', () => {
  const message: Findable = {
    foldedText: foldedText('Ещё один мой отчёт'),
    authorId: 503,
    authorNames: ['Анна Петрова'],
    contents: new Set(['image', 'link']),
    traits: new Set(['edited']),
    day: '2024-03-02',
  }
  const isFound = (given: string) => matches(conditionsOf(given), message)

  it.each([
    'еще',
    'ЁЩЕ',
    'отчет мой',
    '"мой отчет"',
    'from:анна',
    'from:"petrova anna"',
    'from:503',
    'from:nobody from:anna',
    'has:image has:link',
    'is:edited -is:mine',
    'on:2024-03-02',
    'on:2020 on:2024-03',
    'after:2024-03-01 before:2024-03-03',
    '-черновик',
    '',
  ])('is found by “%s”', (given) => {
    expect(isFound(given)).toBe(true)
  })

  it.each([
    'мои',
    'ещё черновик',
    '-мой',
    'from:нна',
    'from:50',
    'from:"-"',
    '-from:anna',
    'from:anna -from:503',
    'has:image has:video',
    'is:unread',
    'after:2024-03-02',
    'before:2024-03-02',
    'after:2024-03',
    '-on:2024',
  ])('is not found by “%s”', (given) => {
    expect(isFound(given)).toBe(false)
  })

  it('without a date is on no day', () => {
    expect(matches(conditionsOf('on:2024'), nobody)).toBe(false)
    expect(matches(conditionsOf('-on:2024'), nobody)).toBe(true)
  })
})
