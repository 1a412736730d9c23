import { visibleText } from '~/lib/text/visible-text'
import { subView, type SourceView } from './source-view.ts'

/** Where a quote comes from; `docs/bitrix24/bbcode.md` §4. */
export interface QuoteSource {
  readonly name: string
  /** Free text in the author's language: never parsed. */
  readonly time: string
  /** `chatN/M` or `U1:U2/M`; empty when the quote does not say. */
  readonly context: string
}

/** A quote, or what stands between quotes. Offsets are into the split text. */
export type Block =
  | { readonly type: 'text'; readonly view: SourceView }
  | { readonly type: 'quote'; readonly source: QuoteSource | null; readonly view: SourceView; readonly start: number; readonly end: number }

const DASHES = '-'.repeat(54)
const HEADER = /^(.{1,200}?) \[([^\]\n]{1,60})\](?: #((?:chat\d+|\d+:\d+)\/\d+))?$/u

/** A line of a text, without its break. One that holds the beginning of a code block holds all of it. */
interface Line {
  readonly start: number
  readonly end: number
}

/** Ranges of code blocks, ascending. Where an opening tag has no closing one behind it, later ones have none either. */
function codeRanges(text: string): (readonly [start: number, end: number])[] {
  const ranges: (readonly [start: number, end: number])[] = []
  const opener = /\[code\]/gi
  const closer = /\[\/code\]/gi
  for (let opened = opener.exec(text); opened; opened = opener.exec(text)) {
    closer.lastIndex = opener.lastIndex
    if (!closer.test(text)) break
    opener.lastIndex = closer.lastIndex
    ranges.push([opened.index, closer.lastIndex])
  }
  return ranges
}

function linesOf(text: string): Line[] {
  const code = codeRanges(text)
  const lines: Line[] = []
  let nextCode = 0
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    while ((code[nextCode]?.[1] ?? Infinity) <= at) nextCode++
    if ((code[nextCode]?.[0] ?? Infinity) < at) continue
    lines.push({ start, end: text[at - 1] === '\r' && at > start ? at - 1 : at })
    start = at + 1
  }
  lines.push({ start, end: text.length })
  return lines
}

/** The text of an arrow quote: its lines without their arrows. */
function unquoted(view: SourceView, lines: readonly Line[]): SourceView {
  const at: number[] = []
  const source: number[] = []
  let text = ''
  for (const [index, { start, end }] of lines.entries()) {
    const next = lines[index + 1]
    const line = subView(view, start + 2, next ? next.start : end)
    for (const [run, from] of line.at.entries()) {
      at.push(text.length + from)
      source.push(line.source[run] ?? 0)
    }
    text += line.text
  }
  return { text, at, source }
}

function dashedQuote(view: SourceView, body: Line): { readonly source: QuoteSource | null; readonly view: SourceView } {
  const text = view.text.slice(body.start, body.end)
  const newline = text.indexOf('\n')
  const header = newline === -1 ? null : HEADER.exec(text.slice(0, newline).replace(/\r$/, ''))
  if (!header) return { source: null, view: subView(view, body.start, body.end) }
  const [, name = '', time = '', context = ''] = header
  return { source: { name: visibleText(name), time: visibleText(time), context }, view: subView(view, body.start + newline + 1, body.end) }
}

/**
 * Splits a text into quotes and what is between them. A dashed quote stands between two lines of exactly
 * 54 hyphens; an arrow quote is a run of lines that begin with `>>`.
 */
export function splitBlocks(view: SourceView): Block[] {
  const { text } = view
  if (!text.includes(DASHES) && !text.includes('>>')) return [{ type: 'text', view }]
  const lines = linesOf(text)
  const line = (index: number) => lines[index] ?? { start: text.length, end: text.length }
  const isDashes = ({ start, end }: Line) => end - start === DASHES.length && text.startsWith(DASHES, start)
  const isArrow = ({ start, end }: Line) => end - start > 1 && text.startsWith('>>', start)
  const dashes = lines.flatMap((each, index) => (isDashes(each) ? [index] : []))
  const blocks: Block[] = []
  let plain = 0
  const flush = (before: number) => {
    if (before > plain) blocks.push({ type: 'text', view: subView(view, line(plain).start, line(before - 1).end) })
  }
  let nextDash = 0
  for (let at = 0; at < lines.length; at++) {
    while ((dashes[nextDash] ?? Infinity) < at) nextDash++
    const closing = dashes[nextDash] === at ? dashes[nextDash + 1] : undefined
    if (closing !== undefined) {
      flush(at)
      const body = { start: line(at + 1).start, end: closing === at + 1 ? line(at + 1).start : line(closing - 1).end }
      blocks.push({ type: 'quote', ...dashedQuote(view, body), start: line(at).start, end: line(closing).end })
      at = closing
      plain = at + 1
    } else if (isArrow(line(at))) {
      flush(at)
      const from = at
      while (at + 1 < lines.length && isArrow(line(at + 1))) at++
      blocks.push({
        type: 'quote',
        source: null,
        view: unquoted(view, lines.slice(from, at + 1)),
        start: line(from).start,
        end: line(at).end,
      })
      plain = at + 1
    }
  }
  flush(lines.length)
  return blocks
}
