import { foldPhrase } from '~/lib/text/fold-text'
import { daysOf } from './calendar-date.ts'
import type { Condition, DateKey } from './query.ts'

/** The part of a query that a portal can answer: what it finds contains all that is wanted, and more. */
export interface PortalAsk {
  /** Null where the portal is not asked for a text. */
  readonly phrase: string | null
  /** First and last day, `YYYY-MM-DD`; null where there is no bound. */
  readonly since: string | null
  readonly until: string | null
}

/** The portal ignores what is shorter, and finds everything (`docs/bitrix24/rest.md` §6.1). */
export const SHORTEST_PHRASE = 3

/**
 * What the portal compares as it is written: words, for markup or another space may stand between two, and pieces of words between
 * letters that are written in two ways.
 */
const piecesOf = (text: string): string[] => text.split(/\s+/).flatMap((word) => withoutTwins(word))

/** `ё` is often written as `е`, and marks over letters are left out or written apart; not every portal knows. */
function withoutTwins(word: string): string[] {
  const pieces = word.split(/[её]/i)
  return pieces.some(isLongEnough) ? pieces : [word]
}

const lengthOf = (text: string): number => [...text].length
export const isLongEnough = (text: string): boolean => lengthOf(text) >= SHORTEST_PHRASE

/** The longest piece of all that has to be in the text: it finds the least. Null where none is long enough. */
function phraseOf(conditions: readonly Condition[]): string | null {
  const texts = conditions.flatMap((condition) => (condition.kind === 'text' && !condition.not ? [condition.text] : []))
  const pieces = texts.flatMap(piecesOf).filter(isLongEnough)
  return pieces.toSorted((a, b) => lengthOf(b) - lengthOf(a))[0] ?? null
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
  return { phrase: phraseOf(conditions), since: since.at(-1) ?? null, until: until[0] ?? null }
}

/** Whether a query asks for nothing but texts that are too short for the portal. */
export function isTooShort(conditions: readonly Condition[]): boolean {
  const wanted = conditions.filter(({ not }) => !not)
  return wanted.length > 0 && wanted.every(({ kind }) => kind === 'text') && phraseOf(wanted) === null
}

/** The folded texts that a message has to contain: what is marked in it. */
export const wantedTexts = (conditions: readonly Condition[]): string[] =>
  conditions
    .flatMap((condition) => (condition.kind === 'text' && !condition.not ? [foldPhrase(condition.text)] : []))
    .filter((text) => text !== '')
