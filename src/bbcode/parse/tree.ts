import { splitBlocks } from './blocks.ts'
import { MAX_DEPTH, type Budget, type MessageNode } from './message-tree.ts'
import { pair } from './pair.ts'
import { repairLinks } from './repair.ts'
import { eachRun, sourceOffset, subView, viewOf, type SourceView } from './source-view.ts'
import { tokenize } from './tokenize.ts'

/** The tree of a whole message. */
export interface MessageTree {
  readonly nodes: readonly MessageNode[]
  /** Where the rest of a very long message was left out; null when it is complete. */
  readonly cut: number | null
}

export interface ParseOptions {
  /** Lists, tables, headings and inline code, which the messenger shows only with its Markdown switched on. */
  readonly extended?: boolean
  /** Leave nothing out, however long the message is. */
  readonly whole?: boolean
}

/** How much of a message is shown until the reader expands it: characters, lines, emoji and nodes. */
export const MAX_LENGTH = 20_000
export const MAX_LINES = 500
/** Browsers take about ten times as long for the layout of one as for that of a letter. */
export const MAX_EMOJI = 1_200
export const MAX_NODES = 1_000
/** Style tags without content that are kept; more of them are nobody's text. */
const MAX_EMPTY = 20

interface Parsing {
  readonly extended: boolean
  readonly budget: Budget
}

function parseView(view: SourceView, parsing: Parsing, depth: number): MessageNode[] {
  const blocks = depth < MAX_DEPTH ? splitBlocks(view) : [{ type: 'text' as const, view }]
  const nodes: MessageNode[] = []
  for (const block of blocks) {
    if (parsing.budget.nodes <= 0) {
      parsing.budget.cut ??= block.view.source[0] ?? 0
      break
    }
    if (block.type === 'text') {
      const { text } = block.view
      if (!text.includes('[') && !text.includes('://')) {
        eachRun(block.view, 0, text.length, (piece, source) => {
          parsing.budget.nodes--
          nodes.push({ name: '#text', text: piece, start: source, end: source + piece.length })
        })
        continue
      }
      const tokens = repairLinks(text, tokenize(text, parsing.extended))
      for (const node of pair(block.view, tokens, parsing.budget, depth)) nodes.push(node)
    } else {
      parsing.budget.nodes--
      nodes.push({
        name: 'quote',
        value: '',
        text: '',
        start: sourceOffset(view, block.start),
        end: sourceOffset(view, Math.max(block.start, block.end - 1)) + 1,
        children: parseView(block.view, parsing, depth + 1),
        source: block.source,
      })
    }
  }
  return nodes
}

const EMOJI = /\p{Emoji_Presentation}|\uFE0F/gu

/** Where the emoji begins that is one too many, if there are that many before `end`. */
function emojiEnd(text: string, end: number): number {
  let count = 0
  for (const { index } of end > MAX_EMOJI ? text.slice(0, end).matchAll(EMOJI) : []) if (count++ === MAX_EMOJI) return index
  return end
}

/** Where a long text is cut: never between the halves of a character. */
function cutAt(text: string): number {
  let end = emojiEnd(text, Math.min(text.length, MAX_LENGTH))
  for (let at = -1, line = 0; line < MAX_LINES && end > 0; line++) {
    at = text.indexOf('\n', at + 1)
    if (at === -1 || at >= end) break
    if (line === MAX_LINES - 1) end = at
  }
  return end < text.length && /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end
}

/** `/me` and `/loud` hold for the whole message; `docs/bitrix24/bbcode.md` §5. */
const COMMAND = /^\/(me|loud) /

/** The tree of a message's text; never throws, whatever the text. Offsets are into the text as given. */
export function parseMessage(text: string, { extended = false, whole = false }: ParseOptions = {}): MessageTree {
  const lead = text.length - text.trimStart().length
  const trimmed = text.trim()
  const length = whole ? trimmed.length : cutAt(trimmed)
  const long = length < trimmed.length
  const view = viewOf(long ? trimmed.slice(0, length) : trimmed, lead)
  const parsing: Parsing = { extended, budget: { nodes: whole ? Infinity : MAX_NODES, empty: MAX_EMPTY, cut: null } }
  const command = COMMAND.exec(trimmed)
  const nodes = command ? parseView(subView(view, command[0].length, view.text.length), parsing, 1) : parseView(view, parsing, 0)
  const end = lead + view.text.length
  return {
    nodes: command?.[1] ? [{ name: command[1], value: '', text: '', start: lead, end, children: nodes, source: null }] : nodes,
    cut: parsing.budget.cut ?? (long ? end : null),
  }
}
