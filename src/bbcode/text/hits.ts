import { FoldedPieces } from '~/lib/text/find-in-pieces'
import { foldPhrase } from '~/lib/text/fold-text'
import { isLeaf, type MessageNode } from '../parse/message-tree.ts'

/** A range of a message's source. */
export interface SourceRange {
  readonly start: number
  readonly end: number
}

interface Piece {
  readonly text: string
  /** In the source; null for what stands for something else there. */
  readonly start: number | null
}

function pieces(nodes: readonly MessageNode[], found: Piece[] = []): Piece[] {
  for (const node of nodes) {
    if (isLeaf(node)) found.push(node)
    else if (node.name === 'br') found.push({ text: '\n', start: null })
    else if (node.name !== 'pch') pieces(node.children, found)
  }
  return found
}

/**
 * Where the visible text of a message contains a phrase, compared as `foldText` does: ranges of the source, ascending, each within one
 * piece of text. A phrase that runs over markup gives a range for every piece that it touches.
 */
export function findHits(nodes: readonly MessageNode[], phrase: string): SourceRange[] {
  const all = pieces(nodes)
  const folded = new FoldedPieces(all.map(({ text }) => text))
  return folded
    .find(foldPhrase(phrase))
    .flat()
    .flatMap(({ piece, start, end }) => {
      const from = all[piece]?.start ?? null
      return from === null ? [] : [{ start: from + start, end: from + end }]
    })
}
