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
  /** Body of a tag whose inside is not parsed. */
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

/** Nodes that may still be made; what comes when it is used up is left out, and the place is noted. */
export interface Budget {
  nodes: number
  cut: number | null
}

export const MAX_DEPTH = 32

/** Openers and closers that belong together, by name: a closer ends the latest opener of its name. */
function findPairs(tokens: readonly Token[]): ReadonlySet<number> {
  const open = new Map<string, number[]>()
  const paired = new Set<number>()
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'open') {
      const stack = open.get(token.name)
      if (!stack) open.set(token.name, [index])
      else if (stack.length === 0 || !grammar.get(token.name)?.flat) stack.push(index)
    } else if (token.type === 'close') {
      const opener = open.get(token.name)?.pop()
      if (opener !== undefined) {
        paired.add(opener)
        paired.add(index)
      }
    }
  }
  return paired
}

const BARE_LINK = /\bhttps?:\/\/[^\s<>"{}[\]]+/gi

/** Where a bare address really ends: not in the sign that ends the sentence, nor in the bracket that it stands in. */
function trimAddress(address: string): string {
  let end = address.length
  for (; end > 0; end--) {
    const last = address[end - 1] ?? ''
    if (".,?!;:'”’»".includes(last)) continue
    if (last === ')' && address.slice(0, end).split(')').length > address.slice(0, end).split('(').length) continue
    break
  }
  return address.slice(0, end)
}

interface Building {
  readonly name: string
  readonly value: string
  readonly start: number
  /** The opening tag, for when it turns out to be none. */
  readonly opener: Token | null
  readonly children: MessageNode[]
}

const textOf = (nodes: readonly MessageNode[]): string => nodes.map((node) => (isLeaf(node) ? node.text : textOf(node.children))).join('')

/**
 * The tree of a text. A tag without its other half stays as it was typed; crossed tags are closed and
 * opened again, so that both hold for what they share; what is deeper than 32 stays as typed too.
 *
 * @param depth how deep the text itself stands, in quotes
 */
export function pair(view: SourceView, tokens: readonly Token[], budget: Budget, depth = 0): MessageNode[] {
  const paired = findPairs(tokens)
  const root: Building = { name: '#root', value: '', start: 0, opener: null, children: [] }
  const stack: Building[] = [root]
  /** Openers left out for their depth, by name: their closers are left out too. */
  const tooDeep = new Map<string, number>()
  let links = 0
  const top = () => stack.at(-1) ?? root
  const add = (node: MessageNode) => {
    budget.nodes--
    top().children.push(node)
  }
  const addPlain = (start: number, end: number) =>
    eachRun(view, start, end, (text, source) => add({ name: '#text', text, start: source, end: source + text.length }))
  const addText = (start: number, end: number) => {
    const text = links > 0 ? '' : view.text.slice(start, end)
    if (!text.includes('://')) return addPlain(start, end)
    let from = 0
    for (const { 0: found, index } of text.matchAll(BARE_LINK)) {
      const address = trimAddress(found)
      if (!/^https?:\/\/[^/?#]/i.test(address) || stack.length + depth > MAX_DEPTH) continue
      addPlain(start + from, start + index)
      from = index + address.length
      const node = open('url', '', start + index, null)
      addPlain(start + index, start + from)
      close(node, start + from, null)
    }
    addPlain(start + from, end)
  }
  const open = (name: string, value: string, at: number, opener: Token | null): Building => {
    const node: Building = { name, value, start: at, opener, children: [] }
    stack.push(node)
    if (name === 'url') links++
    return node
  }
  const close = (node: Building, at: number, closer: Token | null) => {
    stack.pop()
    if (node.name === 'url') links--
    if (node.name === 'call' && node.value === '' && node.opener && closer && !isPhone(textOf(node.children))) {
      addPlain(node.opener.start, node.opener.end)
      for (const child of node.children) add(child)
      addPlain(closer.start, closer.end)
      return
    }
    add({
      name: node.name,
      value: node.value,
      text: '',
      start: sourceOffset(view, node.start),
      end: at === 0 ? 0 : sourceOffset(view, at - 1) + 1,
      children: node.children,
      source: null,
    })
  }

  for (const [index, token] of tokens.entries()) {
    if (budget.nodes <= 0) {
      budget.cut ??= sourceOffset(view, token.start)
      break
    }
    if (token.type === 'text') addText(token.start, token.end)
    else if (token.type === 'leaf')
      add({
        name: token.name,
        value: token.value,
        text: view.text.slice(token.bodyStart, token.bodyEnd),
        start: sourceOffset(view, token.start),
        end: sourceOffset(view, token.end - 1) + 1,
        children: [],
        source: null,
      })
    else if (!paired.has(index)) addText(token.start, token.end)
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
      const at = stack.findLastIndex((node) => node.name === token.name)
      if (at <= 0) continue
      const crossed = stack.slice(at + 1)
      for (const node of crossed.toReversed()) close(node, token.start, null)
      close(top(), token.end, token)
      for (const node of crossed) open(node.name, node.value, token.end, null)
    }
  }
  while (stack.length > 1) close(top(), view.text.length, null)
  return root.children
}
