import { isLeaf, type MessageNode } from '../parse/message-tree.ts'

/** A range of a message's source. */
export interface SourceRange {
  readonly start: number
  readonly end: number
}

interface Piece {
  readonly text: string
  readonly start: number
}

function pieces(nodes: readonly MessageNode[], found: Piece[] = []): Piece[] {
  for (const node of nodes) {
    if (isLeaf(node)) found.push(node)
    else if (node.name === 'br') found.push({ text: '\n', start: -1 })
    else if (node.name !== 'pch') pieces(node.children, found)
  }
  return found
}

/**
 * Where the visible text of a message contains a phrase, ignoring case: ranges of the source, ascending, each within one
 * piece of text. A phrase that runs over markup gives a range for every piece that it touches.
 */
export function findHits(nodes: readonly MessageNode[], phrase: string): SourceRange[] {
  // Folding must not change the length: some letters become two.
  const fold = (text: string) => {
    const folded = text.toLowerCase()
    return folded.length === text.length ? folded : text
  }
  const wanted = fold(phrase)
  if (wanted.trim() === '') return []
  const all = pieces(nodes)
  const text = fold(all.map((piece) => piece.text).join(''))
  const ranges: SourceRange[] = []
  let piece = 0
  let offset = 0
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + wanted.length)) {
    const end = at + wanted.length
    while (offset + (all[piece]?.text.length ?? 0) <= at) offset += all[piece++]?.text.length ?? 0
    for (let touched = piece, from = offset; from < end && touched < all.length; touched++) {
      const { text: own = '', start = -1 } = all[touched] ?? {}
      const [first, last] = [Math.max(at, from) - from, Math.min(end, from + own.length) - from]
      if (start >= 0 && last > first) ranges.push({ start: start + first, end: start + last })
      from += own.length
    }
  }
  return ranges
}
