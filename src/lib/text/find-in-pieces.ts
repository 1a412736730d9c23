import { findFolded, foldText, type FoldedText, type TextRange } from './fold-text.ts'

/** A range within one of several pieces of text. */
export interface PieceRange extends TextRange {
  /** Its index. */
  readonly piece: number
}

/** A text that stands in several pieces, as between markup: what is looked for may begin in one and end in another. */
export class FoldedPieces {
  readonly #pieces: readonly string[]
  /** Where each piece begins in all of the text. */
  readonly #offsets: readonly number[]
  readonly #folded: FoldedText

  constructor(pieces: readonly string[]) {
    let offset = 0
    this.#pieces = pieces
    this.#offsets = pieces.map((piece) => (offset += piece.length) - piece.length)
    this.#folded = foldText(pieces.join(''))
  }

  /** Where a folded phrase occurs: for each place, in order, a range of every piece that it touches. */
  find(phrase: string): PieceRange[][] {
    let piece = 0
    return findFolded(this.#folded, phrase).map(({ start, end }) => {
      while (this.#endOf(piece) <= start) piece++
      const ranges: PieceRange[] = []
      for (let touched = piece; touched < this.#pieces.length && this.#startOf(touched) < end; touched++) {
        const from = this.#startOf(touched)
        const range = { piece: touched, start: Math.max(start, from) - from, end: Math.min(end, this.#endOf(touched)) - from }
        if (range.end > range.start) ranges.push(range)
      }
      return ranges
    })
  }

  #startOf(piece: number): number {
    return this.#offsets[piece] ?? Infinity
  }

  #endOf(piece: number): number {
    return this.#startOf(piece) + (this.#pieces[piece]?.length ?? 0)
  }
}
