/** A day, a month or a year; null for what was left out. */
interface PartialDate {
  readonly year: number | null
  /** 1 to 12 */
  readonly month: number | null
  readonly day: number | null
}

/** A date in a text that somebody has typed. */
export interface TypedDate {
  /** All that it may mean: 04/09 is a day in April or in September. */
  readonly meanings: readonly PartialDate[]
  /** What was typed besides. */
  readonly rest: string
}

const english = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
/** Without their endings, which change: сентябрь, сентября, в сентябре. */
const russian = ['январ', 'феврал', 'март', 'апрел', 'ма', 'июн', 'июл', 'август', 'сентябр', 'октябр', 'ноябр', 'декабр']
const ENDING = /^(?:[ьйяюеау]|ем|ём|ом)?$/
/** Of a short name, as in `sept` or `сен`. */
const SHORTEST = 3

const isRussian = (word: string, stem: string): boolean =>
  word.startsWith(stem) && ENDING.test(word.slice(stem.length)) && word.length >= SHORTEST

/** 1 to 12; null for a word that names no month. @param whole short names do not count: they begin many other words */
function monthOf(word: string, whole: boolean): number | null {
  const short = (name: string) => !whole && word.length >= SHORTEST && name.startsWith(word)
  const found = english.findIndex((name) => name === word || short(name))
  const at = found >= 0 ? found : russian.findIndex((stem) => isRussian(word, stem) || short(stem))
  return at < 0 ? null : at + 1
}

/** 24 is 2024, and 98 is 1998. */
function yearOf(digits: string): number {
  const year = Number(digits)
  return digits.length > 2 ? year : year + (year < 70 ? 2000 : 1900)
}

type Groups = Readonly<Record<string, string>>

const numbers = (year: string | undefined, month: string | undefined, day: string | undefined): PartialDate => ({
  year: year ? yearOf(year) : null,
  month: month ? Number(month) : null,
  day: day ? Number(day) : null,
})

function named({ year, word = '', day }: Groups): PartialDate | null {
  const month = monthOf(word.replace(/\.$/, ''), !year && !day)
  return month === null ? null : { ...numbers(year, undefined, day), month }
}

const isPossible = ({ month, day }: PartialDate): boolean =>
  (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 1 && day <= 31))

const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|-?го|-?е)?`
const WORD = String.raw`(?<word>\p{L}+\.?)`
const YEAR = String.raw`(?<year>(?:19|20)\d\d)(?:\s*(?:года|год|г\.?))?`
const alone = (pattern: string): RegExp => new RegExp(String.raw`(?<![\p{L}\d]|\d[-./])${pattern}(?![\p{L}\d]|[-./]\d)`, 'gu')

/** The usual ways to write a date, the more exact ones first. */
const WAYS: readonly (readonly [pattern: RegExp, meanings: (groups: Groups) => readonly (PartialDate | null)[]])[] = [
  [
    alone(String.raw`(?<year>\d{4})(?<sign>[-./])(?<month>\d{1,2})(?:\k<sign>(?<day>\d{1,2}))?`),
    ({ year, month, day }) => [numbers(year, month, day)],
  ],
  [
    alone(String.raw`(?<one>\d{1,2})(?<sign>[-./])(?<two>\d{1,2})\k<sign>(?<year>\d{4}|\d\d)`),
    ({ one, two, year, sign }) => [numbers(year, two, one), sign === '/' ? numbers(year, one, two) : null],
  ],
  [alone(String.raw`(?<month>\d{1,2})[-./](?<year>\d{4})`), ({ year, month }) => [numbers(year, month, undefined)]],
  [
    alone(String.raw`(?<one>\d{1,2})(?<sign>[./])(?<two>\d{1,2})`),
    ({ one, two, sign }) => [numbers(undefined, two, one), sign === '/' ? numbers(undefined, one, two) : null],
  ],
  [alone(String.raw`${DAY}\s+${WORD}(?:,?\s+${YEAR})?`), (groups) => [named(groups)]],
  [alone(String.raw`${WORD}\s+${DAY}(?:,?\s+${YEAR})?`), (groups) => [named(groups)]],
  [alone(String.raw`${WORD},?\s+${YEAR}`), (groups) => [named(groups)]],
  [alone(YEAR), ({ year }) => [numbers(year, undefined, undefined)]],
]

/** The name of a month that stands alone may be any of the words. */
function lonelyMonth(text: string): TypedDate | null {
  for (const { 0: word, index } of text.matchAll(/\p{L}+/gu)) {
    const month = monthOf(word, true)
    if (month !== null) return { meanings: [{ year: null, month, day: null }], rest: withoutPart(text, index, word.length) }
  }
  return null
}

/** Of what is left of “in September”. */
const PREPOSITION = /^(?:in|on|of|from|в|во|за|от|с)$/

function withoutPart(text: string, at: number, length: number): string {
  const rest = `${text.slice(0, at)} ${text.slice(at + length)}`.replaceAll(/\s+/g, ' ').trim()
  return PREPOSITION.test(rest) ? '' : rest
}

/**
 * The first date in what somebody has typed, in any usual form: `2024-09`, `12.09.2024`, `09/2024`, `12 сентября`, `September 2024`.
 * Null where there is none.
 */
export function typedDate(typed: string): TypedDate | null {
  const text = typed.trim().toLocaleLowerCase()
  for (const [pattern, meaningsOf] of WAYS) {
    for (const { 0: found, index, groups = {} } of text.matchAll(pattern)) {
      const meanings = meaningsOf(groups)
        .filter((date) => date !== null)
        .filter(isPossible)
      if (meanings.length > 0) return { meanings, rest: withoutPart(text, index, found.length) }
    }
  }
  return lonelyMonth(text)
}

/** Whether a date that was typed may mean a day. @param day `YYYY-MM-DD` */
export function mayMean({ meanings }: TypedDate, day: string): boolean {
  const [year, month, dayOfMonth] = day.split('-').map(Number)
  return meanings.some(
    (date) =>
      (date.year === null || date.year === year) &&
      (date.month === null || date.month === month) &&
      (date.day === null || date.day === dayOfMonth),
  )
}
