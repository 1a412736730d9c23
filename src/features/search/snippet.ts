import { findFolded, foldText, type TextRange } from '~/lib/text/fold-text'

/** A part of a message's text in one line, in pieces of which some are what was looked for. */
export type Snippet = readonly { readonly text: string; readonly marked: boolean }[]

/** How much is shown before the first mark, and in all. */
const BEFORE = 40
const LENGTH = 220

/** Ranges that ascend and do not touch. */
function merged(ranges: readonly TextRange[]): TextRange[] {
  const all: TextRange[] = []
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && range.start <= last.end) all[all.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else all.push(range)
  }
  return all
}

/** Where the part begins: shortly before the first mark, with a whole word. */
function beginning(line: string, first: number): number {
  if (first <= BEFORE) return 0
  const from = first - BEFORE
  const space = line.indexOf(' ', from)
  return space !== -1 && space < first ? space + 1 : from
}

/** The part of a text around the first of some folded texts, which are marked in it. */
export function snippetOf(text: string, wanted: readonly string[]): Snippet {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const folded = foldText(line)
  const marks = merged(wanted.flatMap((phrase) => findFolded(folded, phrase)))
  const start = beginning(line, marks[0]?.start ?? 0)
  const end = Math.min(line.length, Math.max(start + LENGTH, marks[0]?.end ?? 0))
  const pieces: { text: string; marked: boolean }[] = []
  const add = (from: number, to: number, marked: boolean) => {
    // A character that is cut in two would be none.
    const piece = line.slice(from, to).toWellFormed().replaceAll('\uFFFD', '')
    if (piece !== '') pieces.push({ text: piece, marked })
  }
  if (start > 0) pieces.push({ text: '…', marked: false })
  let at = start
  for (const mark of marks.filter((one) => one.start < end)) {
    add(at, mark.start, false)
    add(mark.start, Math.min(mark.end, end), true)
    at = Math.min(mark.end, end)
  }
  add(at, end, false)
  if (end < line.length) pieces.push({ text: '…', marked: false })
  return pieces
}
