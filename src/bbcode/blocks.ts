/** Where a quote comes from; `bbcode.md` §4. */
export interface QuoteSource {
  readonly name: string
  /** Free text in the author's language: never parsed. */
  readonly time: string
  /** `chatN/M` or `U1:U2/M`; empty when the quote does not tell. */
  readonly context: string
}

export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'quote'; readonly source: QuoteSource | null; readonly body: string }

const DASHES = '-'.repeat(54)
const HEADER = /^(.{1,200}?) \[([^\]\n]{1,60})\](?: #((?:chat\d+|\d+:\d+)\/\d+))?$/u
const MAX_LEVELS = 32

function dashedQuote(body: string): Block {
  const newline = body.indexOf('\n')
  const header = HEADER.exec(newline === -1 ? body : body.slice(0, newline))
  if (!header || newline === -1) return { type: 'quote', source: null, body }
  const [, name = '', time = '', context = ''] = header
  return { type: 'quote', source: { name, time, context }, body: body.slice(newline + 1) }
}

/** Lines that stand inside `[CODE]`, where nothing is a quote. */
function codeLines(lines: readonly string[]): boolean[] {
  let inside = false
  return lines.map((line) => {
    const was = inside
    if (line.includes('[')) {
      const lower = line.toLowerCase()
      const opened = lower.lastIndexOf('[code]')
      const closed = lower.lastIndexOf('[/code]')
      if (opened !== -1 || closed !== -1) inside = opened > closed
    }
    return was
  })
}

/**
 * Splits a text into quotes and what is between them. A dashed quote stands between two lines of exactly
 * 54 hyphens; an arrow quote is a run of lines that begin with `>>`. `level` guards the nesting of arrows.
 */
export function splitBlocks(text: string, level = 0): Block[] {
  if (level >= MAX_LEVELS || (!text.includes(DASHES) && !text.includes('>>'))) return [{ type: 'text', text }]
  const lines = text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  const inCode = codeLines(lines)
  const dashes = lines.flatMap((line, index) => (line === DASHES && !inCode[index] ? [index] : []))
  const blocks: Block[] = []
  let plain: string[] = []
  const flush = () => {
    if (plain.length > 0) blocks.push({ type: 'text', text: plain.join('\n') })
    plain = []
  }
  let nextDash = 0
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    while ((dashes[nextDash] ?? Infinity) < at) nextDash++
    const end = dashes[nextDash] === at ? dashes[nextDash + 1] : undefined
    if (end !== undefined) {
      flush()
      blocks.push(dashedQuote(lines.slice(at + 1, end).join('\n')))
      at = end
    } else if (line.startsWith('>>') && !inCode[at]) {
      flush()
      const from = at
      while (lines[at + 1]?.startsWith('>>')) at++
      const body = lines
        .slice(from, at + 1)
        .map((quoted) => quoted.slice(2))
        .join('\n')
      blocks.push({ type: 'quote', source: null, body })
    } else plain.push(line)
  }
  flush()
  return blocks
}
