import { foldPhrase, foldText } from '~/lib/text/fold-text'
import { daysOf } from './calendar-date.ts'
import type { Condition, DateKey } from './query.ts'

/** The part of a query that a portal can answer: what it finds contains all that is wanted, and more. */
export interface PortalAsk {
  /** Null where the portal is not asked for a text. */
  readonly phrase: string | null
  /** What it is asked for where that finds nothing at all; null for nothing else. */
  readonly spare: string | null
  /** First and last day, `YYYY-MM-DD`; null where there is no bound. */
  readonly since: string | null
  readonly until: string | null
}

/** The portal ignores what is shorter, and finds everything (`docs/bitrix24/rest.md` §6.1). */
export const SHORTEST_PHRASE = 3

/** `ё` is often written as `е`. */
const TWIN = /[её]/i
/**
 * What may be stored in another way than it is shown: as an entity, or, like emoji, as its code (`docs/bitrix24/bbcode.md` §1.6, §1.7);
 * what is not seen; and the backslash, which takes the meaning of what follows it.
 */
const UNSURE = /[\\&<>"'!$[\]|©®™\p{M}\p{C}\u{10000}-\u{10FFFF}]/u
/** The portal takes these for any letter, and for any letters. */
const ANY = /[_%]/g
/** More is not needed to find little. */
const LONGEST_PHRASE = 100
/** Each of them may make a database try all ways. */
const MOST_GAPS = 3

/** What a portal may be asked for to find a word. */
interface Piece extends Pick<PortalAsk, 'phrase' | 'spare'> {
  readonly phrase: string
}

/** Whether a letter is stored as it is written, whoever writes it. */
const isSure = (letter: string): boolean => !TWIN.test(letter) && !UNSURE.test(letter) && foldText(letter).text === letter.toLowerCase()

/**
 * Pieces of a word that a portal compares as they are written. Where none is long enough, the whole of it, with wildcards for what may be
 * stored otherwise; a portal that takes those as they are written finds nothing, and is asked for the word as it was typed.
 */
function piecesOf(word: string): Piece[] {
  const letters = [...word.normalize('NFC')].slice(0, LONGEST_PHRASE)
  const pieces = letters
    .map((letter) => (isSure(letter) ? letter : ' '))
    .join('')
    .split(' ')
    .filter(isLongEnough)
  if (pieces.length > 0) return pieces.map((phrase) => ({ phrase, spare: null }))
  const pattern = letters.map((letter) => (isSure(letter) ? letter : UNSURE.test(letter) ? '%' : '_')).join('')
  const phrase = pattern.split('%', MOST_GAPS + 1).join('%')
  return isLongEnough(phrase) && sureness(phrase) > 0 ? [{ phrase, spare: word.toWellFormed() }] : []
}

const lengthOf = (text: string): number => [...text].length
export const isLongEnough = (text: string): boolean => lengthOf(text) >= SHORTEST_PHRASE
/** How little a phrase finds. */
const sureness = (phrase: string): number => lengthOf(phrase.replaceAll(ANY, ''))

const wordsOf = (conditions: readonly Condition[]): string[] =>
  conditions.flatMap((condition) => (condition.kind === 'text' && !condition.not ? condition.text.split(/\s+/) : []))

/** Of all that has to be in the text, what finds the least. Undefined where nothing can be asked for. */
function pieceOf(conditions: readonly Condition[]): Piece | undefined {
  return wordsOf(conditions)
    .flatMap(piecesOf)
    .toSorted((a, b) => sureness(b.phrase) - sureness(a.phrase))[0]
}

const datesOf = (conditions: readonly Condition[], kind: DateKey): (readonly [string, string])[] =>
  conditions.flatMap((condition) => (condition.kind === kind && !condition.not && 'date' in condition ? [daysOf(condition.date)] : []))

export function dayBeside(day: string, step: 1 | -1): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + step)
  return date.toISOString().split('T')[0] ?? day
}

/** What of a query the portal is asked for. */
export function askOf(conditions: readonly Condition[]): PortalAsk {
  const on = datesOf(conditions, 'on')
  const since = [
    ...datesOf(conditions, 'after').map(([, last]) => dayBeside(last, 1)),
    ...(on.length > 0 ? [on.map(([first]) => first).toSorted()[0] ?? ''] : []),
  ].toSorted()
  const until = [
    ...datesOf(conditions, 'before').map(([first]) => dayBeside(first, -1)),
    ...(on.length > 0
      ? [
          on
            .map(([, last]) => last)
            .toSorted()
            .at(-1) ?? '',
        ]
      : []),
  ].toSorted()
  const { phrase, spare } = pieceOf(conditions) ?? { phrase: null, spare: null }
  return { phrase, spare, since: since.at(-1) ?? null, until: until[0] ?? null }
}

/** Whether no day is left between the dates of a query. @param today `YYYY-MM-DD`, on the reader's clock */
export function hasNoDays({ since, until }: Pick<PortalAsk, 'since' | 'until'>, today: string): boolean {
  // On other clocks tomorrow may have begun.
  const last = dayBeside(today, 1)
  return since !== null && since > (until !== null && until < last ? until : last)
}

/** Whether a query asks for nothing but texts that are too short for the portal. */
export function isTooShort(conditions: readonly Condition[]): boolean {
  const wanted = conditions.filter(({ not }) => !not)
  return wanted.length > 0 && wanted.every(({ kind }) => kind === 'text') && !wordsOf(wanted).some(isLongEnough)
}

/** The folded texts that a message has to contain: what is marked in it. */
export const wantedTexts = (conditions: readonly Condition[]): string[] =>
  conditions
    .flatMap((condition) => (condition.kind === 'text' && !condition.not ? [foldPhrase(condition.text)] : []))
    .filter((text) => text !== '')
