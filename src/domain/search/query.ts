import type { TextRange } from '~/lib/text/fold-text'

export const KINDS_OF_CONTENT = ['media', 'image', 'video', 'audio', 'document', 'file', 'link'] as const
export type ContentKind = (typeof KINDS_OF_CONTENT)[number]
export const KINDS_OF_MESSAGE = ['mine', 'mention', 'unread', 'edited', 'system', 'reply'] as const
export type MessageTrait = (typeof KINDS_OF_MESSAGE)[number]
export type DateKey = 'before' | 'after' | 'on'

/** What a message has to be to be found. */
export type BareCondition =
  | { readonly kind: 'text'; /** Never empty. */ readonly text: string }
  | { readonly kind: 'from'; /** A part of the name, or an id; never empty. */ readonly name: string }
  | { readonly kind: 'has'; readonly what: ContentKind }
  | { readonly kind: 'is'; readonly what: MessageTrait }
  | { readonly kind: DateKey; /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; it exists. */ readonly date: string }

/** The same, or what it must not be. */
export type Condition = BareCondition & { readonly not: boolean }

/** A condition, and where the query has it. */
export type Term = Condition & TextRange

/** Why a part of a query cannot be understood. */
export type ProblemCode =
  | 'nobody' // `from:` of nobody
  | 'no-content' // `has:` of nothing, or of what is not known
  | 'no-trait' // `is:` of nothing, or of what is not known
  | 'no-date' // no date, or none that exists
  | 'open-quote' // a quotation that does not end
  | 'nothing' // `-` of nothing, or `""`

export interface Problem extends TextRange {
  readonly code: ProblemCode
  /** What was typed there. */
  readonly given: string
}

/** A query as it was typed. It can be searched by where it has no problems. */
export interface SearchQuery {
  readonly terms: readonly Term[]
  readonly problems: readonly Problem[]
}
