import type { QuoteSource } from './blocks.ts'

/** Plain text: exactly the source between `start` and `end`. */
export interface TextLeaf {
  readonly name: '#text'
  readonly text: string
  readonly start: number
  readonly end: number
}

export interface TagNode {
  /** Name of the tag, or `quote`, `me`, `loud` for what is written without tags. */
  readonly name: string
  /** What follows the name in the opening tag, without `=`. */
  readonly value: string
  /** Body of a tag whose content is not parsed. */
  readonly text: string
  /** Range in the source, its tags included. */
  readonly start: number
  readonly end: number
  readonly children: readonly MessageNode[]
  /** For quotes. */
  readonly source: QuoteSource | null
}

/** A node of the tree of a message; plain data. */
export type MessageNode = TextLeaf | TagNode

export const isLeaf = (node: MessageNode): node is TextLeaf => node.name === '#text'

/** How many nodes may still be created, by what they cost; what comes after that is left out, and the place is noted. */
export interface Budget {
  nodes: number
  /** How many of them may be style tags without content. */
  empty: number
  cut: number | null
}

/** Tags that only change how their content looks. */
export const STYLES: ReadonlySet<string> = new Set(['b', 'i', 'u', 's', 'size', 'color'])

export const MAX_DEPTH = 32
