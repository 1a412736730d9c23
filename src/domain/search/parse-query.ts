import type { TextRange } from '~/lib/text/fold-text'
import { calendarDate } from './calendar-date.ts'
import {
  KINDS_OF_CONTENT,
  KINDS_OF_MESSAGE,
  type BareCondition,
  type Condition,
  type DateKey,
  type ProblemCode,
  type Problem,
  type SearchQuery,
  type Term,
} from './query.ts'

/**
 * query     = { space | { "-" } ( condition | quotation | word ) }
 * condition = ( "from" | "has" | "is" | "before" | "after" | "on" ) ":" ( quotation | word )
 * quotation = '"' { anything but '"' } '"'
 * word      = anything but spaces, beginning neither with '"' nor, without a key, with "-"
 */
const PART = /(?<minus>-*)(?:(?<key>from|has|is|before|after|on):)?(?:"(?<quoted>[^"]*)(?<end>"?)|(?<word>\S*))/iy
const SPACE = /\s*/y

type Key = 'from' | 'has' | 'is' | DateKey

const oneOf = <T extends string>(known: readonly T[], value: string): T | undefined =>
  known.find((candidate) => candidate === value.toLowerCase())

/** Of each key, the condition that a value makes, or why it makes none. */
const CONDITIONS: Readonly<Record<'from' | 'has' | 'is', (value: string) => BareCondition | ProblemCode>> = {
  from: (name) => (name === '' ? 'nobody' : { kind: 'from', name }),
  has: (value) => {
    const what = oneOf(KINDS_OF_CONTENT, value)
    return what ? { kind: 'has', what } : 'no-content'
  },
  is: (value) => {
    const what = oneOf(KINDS_OF_MESSAGE, value)
    return what ? { kind: 'is', what } : 'no-trait'
  },
}

function dated(kind: DateKey, value: string): BareCondition | ProblemCode {
  const date = calendarDate(value)
  return date === null ? 'no-date' : { kind, date }
}

function conditionOf(key: Key | undefined, value: string): BareCondition | ProblemCode {
  if (key === undefined) return value === '' ? 'nothing' : { kind: 'text', text: value }
  return key === 'from' || key === 'has' || key === 'is' ? CONDITIONS[key](value) : dated(key, value)
}

/** Reads what was typed. Every part of it that is no space is a part of a term or of a problem. */
export function parseQuery(typed: string): SearchQuery {
  const terms: Term[] = []
  const problems: Problem[] = []
  for (let at = endOf(SPACE, typed, 0); at < typed.length; at = endOf(SPACE, typed, at)) {
    PART.lastIndex = at
    const { minus, key, quoted, end: closing, word = '' } = PART.exec(typed)?.groups ?? {}
    const range = { start: at, end: PART.lastIndex }
    at = range.end
    const value = (quoted ?? word).replaceAll(/\s+/g, ' ').trim()
    const condition = quoted !== undefined && closing === '' ? 'open-quote' : conditionOf(key?.toLowerCase() as Key | undefined, value)
    if (typeof condition === 'string') problems.push({ code: condition, given: value, ...range })
    else terms.push({ ...condition, not: minus !== '', ...range })
  }
  return { terms, problems }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  pattern.exec(text)
  return pattern.lastIndex
}

const NEEDS_QUOTES = /\s|^["-]|^$/
const LIKE_A_CONDITION = /^(?:from|has|is|before|after|on):/i

/** Quotation marks themselves cannot be quoted. */
const quoted = (text: string): string => `"${text.replaceAll('"', ' ').replaceAll(/\s+/g, ' ').trim()}"`

/** A condition as one would type it. */
export function formatCondition(condition: Condition): string {
  const minus = condition.not ? '-' : ''
  switch (condition.kind) {
    case 'text': {
      const { text } = condition
      return minus + (NEEDS_QUOTES.test(text) || LIKE_A_CONDITION.test(text) ? quoted(text) : text)
    }
    case 'from':
      return `${minus}from:${/\s|^"|^$/.test(condition.name) ? quoted(condition.name) : condition.name}`
    case 'has':
    case 'is':
      return `${minus}${condition.kind}:${condition.what}`
    case 'before':
    case 'after':
    case 'on':
      return `${minus}${condition.kind}:${condition.date}`
  }
}

/** Conditions as one would type them: read again, they are the same. */
export const formatQuery = (conditions: readonly Condition[]): string => conditions.map(formatCondition).join(' ')

/** What was typed without one of its parts. */
export function withoutPart(typed: string, { start, end }: Pick<Term, 'start' | 'end'>): string {
  return [typed.slice(0, start).trimEnd(), typed.slice(end).trimStart()].filter((part) => part !== '').join(' ')
}

/** What was typed with one of its parts, or an empty range, replaced by a condition. */
export function withCondition(typed: string, { start, end }: Pick<Term, 'start' | 'end'>, condition: Condition): string {
  const before = typed.slice(0, start).trimEnd()
  const after = typed.slice(end).trimStart()
  return [before, formatCondition(condition), after].filter((part) => part !== '').join(' ')
}

/** A part of a query with a key: a term, or one that is not complete. */
export interface KeyedPart extends TextRange {
  readonly key: Key
  readonly value: string
  readonly not: boolean
}

const KEYED = /^(?<minus>-*)(?<key>from|has|is|before|after|on):"?(?<value>[^"]*)/i

/** The part with a key in which the caret is, or at whose end; null where it is in none. */
export function partAt({ terms, problems }: SearchQuery, typed: string, caret: number): KeyedPart | null {
  const part = [...terms, ...problems].find(({ start, end }) => start < caret && caret <= end)
  if (!part) return null
  const { start, end } = part
  const { minus, key, value = '' } = KEYED.exec(typed.slice(start, end))?.groups ?? {}
  return key === undefined ? null : { key: key.toLowerCase() as Key, value: value.trim(), not: minus !== '', start, end }
}
