import { BARE_LINK } from './bare-link.ts'
import { grammar, isPhone } from './grammar.ts'
import type { QuoteSource } from './blocks.ts'
import { eachRun, sourceOffset, type SourceView } from './source-view.ts'
import type { Token } from './tokenize.ts'

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

/** How many nodes may still be created; what comes after that is left out, and the place is noted. */
export interface Budget {
  nodes: number
  cut: number | null
}

export const MAX_DEPTH = 32

/** Which tokens have a counterpart: a closer ends the latest opener of its name. */
function findPairs(tokens: readonly Token[]): Uint8Array {
  const open = new Map<string, number[]>()
  const paired = new Uint8Array(tokens.length)
  for (let index = 0; index < tokens.length; index++) {
    const { type, name } = tokens[index] as Token
    if (type === 'open') {
      const stack = open.get(name)
      if (!stack) open.set(name, [index])
      else if (stack.length === 0 || !grammar.get(name)?.flat) stack.push(index)
    } else if (type === 'close') {
      const opener = open.get(name)?.pop()
      if (opener !== undefined) paired[opener] = paired[index] = 1
    }
  }
  return paired
}

/** A tag that is not closed yet. */
interface OpenNode extends TagNode {
  end: number
  children: MessageNode[]
}

/** Shared by all nodes without children. */
const NONE: MessageNode[] = []

const newNode = (name: string, value: string, start: number): OpenNode => ({
  name,
  value,
  text: '',
  start,
  end: start,
  children: NONE,
  source: null,
})

const textOf = (nodes: readonly MessageNode[]): string => nodes.map((node) => (isLeaf(node) ? node.text : textOf(node.children))).join('')

/**
 * The tree of a text. A tag without a counterpart stays as typed; crossed tags are closed and
 * reopened, so that both apply where they overlap; what is nested deeper than 32 stays as typed too.
 *
 * @param depth nesting depth of the text itself, in quotes
 */
export function pair(view: SourceView, tokens: readonly Token[], budget: Budget, depth = 0): MessageNode[] {
  const paired = findPairs(tokens)
  const root = newNode('#root', '', 0)
  const stack: OpenNode[] = [root]
  /** The opening tag of each, in case it turns out to be text. */
  const openers: (Token | null)[] = [null]
  /** Openers ignored for their depth, by name: their closers are ignored too. */
  const tooDeep = new Map<string, number>()
  let links = 0
  let top = root
  const simple = view.at.length === 1
  const [shift = 0] = view.source
  const add = (node: MessageNode) => {
    budget.nodes--
    // `push` on an empty array reserves room for 17 elements; most tags have one child.
    if (top.children.length === 0) top.children = [node]
    else top.children.push(node)
  }
  const addLeaf = (text: string, start: number) => add({ name: '#text', text, start, end: start + text.length })
  const addPlain = (start: number, end: number) => {
    if (start === end) return
    const last = simple ? top.children.at(-1) : undefined
    // A tag that turns out to be text continues the text before it.
    if (last && isLeaf(last) && last.end === start + shift)
      top.children[top.children.length - 1] = { ...last, text: view.text.slice(last.start - shift, end), end: end + shift }
    else if (simple) addLeaf(view.text.slice(start, end), start + shift)
    else eachRun(view, start, end, addLeaf)
  }
  const addText = (start: number, end: number) => {
    if (start >= end) return
    const text = links > 0 ? '' : view.text.slice(start, end)
    if (!text.includes('://')) return addPlain(start, end)
    let from = 0
    for (const { 0: address, index } of text.matchAll(BARE_LINK)) {
      if (stack.length + depth > MAX_DEPTH) break
      addPlain(start + from, start + index)
      from = index + address.length
      open('url', '', start + index, null)
      addPlain(start + index, start + from)
      close(start + from, null)
    }
    addPlain(start + from, end)
  }
  const open = (name: string, value: string, at: number, opener: Token | null) => {
    top = newNode(name, value, sourceOffset(view, at))
    stack.push(top)
    openers.push(opener)
    if (name === 'url') links++
  }
  /** Closes the innermost one. @param at end of its closing tag */
  const close = (at: number, closer: Token | null) => {
    const node = top
    const opener = openers.pop()
    stack.pop()
    top = stack.at(-1) ?? root
    if (node.name === 'url') links--
    if (node.name === 'call' && node.value === '' && opener && closer && !isPhone(textOf(node.children))) {
      addPlain(opener.start, opener.end)
      for (const child of node.children) add(child)
      addPlain(closer.start, closer.end)
      return
    }
    node.end = at === 0 ? 0 : sourceOffset(view, at - 1) + 1
    add(node)
  }

  let at = 0
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    if (budget.nodes <= 0) break
    addText(at, token.start)
    at = token.end
    if (token.type === 'gone') continue
    if (token.type === 'leaf')
      add({
        name: token.name,
        value: token.value,
        text: view.text.slice(token.bodyStart, token.bodyEnd),
        start: sourceOffset(view, token.start),
        end: sourceOffset(view, token.end - 1) + 1,
        children: NONE,
        source: null,
      })
    else if (paired[index] === 0) addText(token.start, token.end)
    else if (token.type === 'open') {
      if (stack.length + depth > MAX_DEPTH) {
        tooDeep.set(token.name, (tooDeep.get(token.name) ?? 0) + 1)
        addPlain(token.start, token.end)
      } else open(token.name, token.value, token.start, token)
    } else {
      const skipped = tooDeep.get(token.name) ?? 0
      if (skipped > 0) {
        tooDeep.set(token.name, skipped - 1)
        addPlain(token.start, token.end)
        continue
      }
      const opened = stack.findLastIndex((node) => node.name === token.name)
      if (opened <= 0) continue
      const crossed = stack.slice(opened + 1)
      while (stack.length > opened + 1) close(token.start, null)
      close(token.end, token)
      for (const node of crossed) open(node.name, node.value, token.end, null)
    }
  }
  if (budget.nodes > 0) addText(at, view.text.length)
  else if (at < view.text.length) budget.cut ??= sourceOffset(view, at)
  while (stack.length > 1) close(view.text.length, null)
  return root.children
}
