/**
 * A piece of a message's text, and its position in the source. In an arrow quote every line begins after its
 * arrows, so a piece may be put together from several runs of the source.
 */
export interface SourceView {
  readonly text: string
  /** Offsets into `text` at which runs begin, ascending from 0. */
  readonly at: readonly number[]
  /** Where each of them begins in the source. */
  readonly source: readonly number[]
}

export const viewOf = (text: string, source = 0): SourceView => ({ text, at: [0], source: [source] })

/** Index of the run that holds an offset. */
function runOf(view: SourceView, offset: number): number {
  let low = 0
  let high = view.at.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((view.at[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

/** Offset into the source of an offset into a view. */
export function sourceOffset(view: SourceView, offset: number): number {
  const run = runOf(view, offset)
  return (view.source[run] ?? 0) + offset - (view.at[run] ?? 0)
}

/** Calls `take` with each stretch of the view between two offsets that is one stretch of the source too. */
export function eachRun(view: SourceView, start: number, end: number, take: (text: string, source: number) => void): void {
  let from = start
  for (let run = runOf(view, start); from < end; run++) {
    const to = Math.min(end, view.at[run + 1] ?? end)
    take(view.text.slice(from, to), (view.source[run] ?? 0) + from - (view.at[run] ?? 0))
    from = to
  }
}

/** A part of a view. */
export function subView(view: SourceView, start: number, end: number): SourceView {
  const at: number[] = []
  const source: number[] = []
  let length = 0
  eachRun(view, start, end, (text, from) => {
    at.push(length)
    source.push(from)
    length += text.length
  })
  return { text: view.text.slice(start, end), at: at.length > 0 ? at : [0], source: at.length > 0 ? source : [sourceOffset(view, start)] }
}
