/** Kinds of tokens in code; each has its colour. */
export const kinds = ['keyword', 'string', 'number', 'comment', 'name', 'meta'] as const
export type CodeKind = (typeof kinds)[number]

/** A piece of code of one kind; offsets into the code. */
export interface CodeRange {
  readonly kind: CodeKind
  readonly start: number
  readonly end: number
}
