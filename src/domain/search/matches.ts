import { foldPhrase, foldText } from '~/lib/text/fold-text'
import { foldName } from '~/lib/text/fold-name'
import { daysOf } from './calendar-date.ts'
import type { BareCondition, Condition, ContentKind, MessageTrait } from './query.ts'

/** What a message is found by. */
export interface Findable {
  /** As shown, folded by `foldText`. */
  readonly foldedText: string
  readonly authorId: number
  /** All names under which it may be known. */
  readonly authorNames: readonly string[]
  readonly contents: ReadonlySet<ContentKind>
  readonly traits: ReadonlySet<MessageTrait>
  /** On the reader's clock, `YYYY-MM-DD`; null where it is not known. */
  readonly day: string | null
}

/** Names are found by the beginnings of their parts, in any order: `pet anna` finds Anna Petrova. */
export function isNamed(name: string, wanted: string): boolean {
  const parts = partsOf(name)
  const beginnings = partsOf(wanted)
  return beginnings.length > 0 && beginnings.every((beginning) => parts.some((part) => part.startsWith(beginning)))
}

const partsOf = (name: string): string[] =>
  foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '')

const isFrom = ({ authorId, authorNames }: Findable, wanted: string): boolean =>
  /^\d+$/.test(wanted) ? authorId === Number(wanted) : authorNames.some((name) => isNamed(name, wanted))

function isDated(day: string | null, { kind, date }: Extract<BareCondition, { readonly date: string }>): boolean {
  if (day === null) return false
  const [first, last] = daysOf(date)
  return kind === 'before' ? day < first : kind === 'after' ? day > last : day >= first && day <= last
}

function meets(message: Findable, condition: BareCondition): boolean {
  switch (condition.kind) {
    case 'text':
      return message.foldedText.includes(foldPhrase(condition.text))
    case 'from':
      return isFrom(message, condition.name)
    case 'has':
      return message.contents.has(condition.what)
    case 'is':
      return message.traits.has(condition.what)
    case 'before':
    case 'after':
    case 'on':
      return isDated(message.day, condition)
  }
}

/** A message has one author and was sent on one day: several of these are alternatives. All others have to be met together. */
const isAlternative = ({ kind, not }: Condition): boolean => !not && (kind === 'from' || kind === 'on')

/** Whether a message is what a query asks for. */
export function matches(conditions: readonly Condition[], message: Findable): boolean {
  return conditions.every(
    (condition) =>
      meets(message, condition) !== condition.not ||
      (isAlternative(condition) &&
        conditions.some((other) => isAlternative(other) && other.kind === condition.kind && meets(message, other))),
  )
}

/** A text as `matches` compares it. */
export const foldedText = (text: string): string => foldText(text).text
