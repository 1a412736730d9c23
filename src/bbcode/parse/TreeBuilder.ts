import { BARE_LINK } from './bare-link.ts'
import { isPhone, isPictureAddress } from './grammar.ts'
import { isLeaf, MAX_DEPTH, STYLES, type Budget, type MessageNode, type TagNode } from './message-tree.ts'
import { eachRun, sourceOffset, type SourceView } from './source-view.ts'
import type { Token } from './tokenize.ts'

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

/** What takes longer to draw than an ordinary node, and how many times as long. */
const COSTS: ReadonlyMap<string, number> = new Map([
  ['url', 5],
  ['user', 4],
  ['code', 12],
  ['img', 12],
])

function costOf({ name, children }: MessageNode & Partial<TagNode>): number {
  const label = name === 'url' ? children?.[0] : undefined
  const drawn = label && isLeaf(label) && isPictureAddress(label.text.trim()) ? 'img' : name
  return COSTS.get(drawn) ?? 1
}

/** The tree of one text while it is built, from its beginning to its end; all positions are those of the view. */
export class TreeBuilder {
  readonly #view: SourceView
  readonly #budget: Budget
  readonly #depth: number
  readonly #root = newNode('#root', '', 0)
  readonly #stack: OpenNode[] = [this.#root]
  /** The opening tag of each, in case it turns out to be text. */
  readonly #openers: (Token | null)[] = [null]
  #links = 0
  #top = this.#root
  /** A view of one stretch of the source, which begins this far in. */
  readonly #simple: boolean
  readonly #shift: number

  /** @param depth nesting depth of the text itself, in quotes */
  constructor(view: SourceView, budget: Budget, depth: number) {
    this.#view = view
    this.#budget = budget
    this.#depth = depth
    this.#simple = view.at.length === 1
    this.#shift = view.source[0] ?? 0
  }

  get isFull(): boolean {
    return this.#budget.nodes <= 0
  }

  get isTooDeep(): boolean {
    return this.#stack.length + this.#depth > MAX_DEPTH
  }

  #add(node: MessageNode): void {
    this.#budget.nodes -= costOf(node)
    // `push` on an empty array reserves room for 17 elements; most tags have one child.
    if (this.#top.children.length === 0) this.#top.children = [node]
    else this.#top.children.push(node)
  }

  /** Text as typed. */
  addPlain(start: number, end: number): void {
    if (start === end) return
    const view = this.#view
    const shift = this.#shift
    const { children } = this.#top
    const last = this.#simple ? children.at(-1) : undefined
    // A tag that turns out to be text continues the text before it.
    if (last && isLeaf(last) && last.end === start + shift)
      children[children.length - 1] = { ...last, text: view.text.slice(last.start - shift, end), end: end + shift }
    else if (this.#simple) this.#addLeaf(view.text.slice(start, end), start + shift)
    else eachRun(view, start, end, (text, from) => this.#addLeaf(text, from))
  }

  #addLeaf(text: string, start: number): void {
    this.#add({ name: '#text', text, start, end: start + text.length })
  }

  /** Text in which an address becomes a link, unless it stands in one. */
  addText(start: number, end: number): void {
    if (start >= end) return
    const text = this.#links > 0 ? '' : this.#view.text.slice(start, end)
    if (!text.includes('://')) return this.addPlain(start, end)
    let from = 0
    for (const { 0: address, index } of text.matchAll(BARE_LINK)) {
      if (this.isTooDeep) break
      if (this.isFull) {
        this.#budget.cut ??= sourceOffset(this.#view, start + from)
        return
      }
      this.addPlain(start + from, start + index)
      from = index + address.length
      this.open('url', '', start + index, null)
      this.addPlain(start + index, start + from)
      this.#close(start + from, null)
    }
    this.addPlain(start + from, end)
  }

  /** A tag whose body is not parsed. */
  addUnparsed({ name, value, bodyStart, bodyEnd, start, end }: Token): void {
    const view = this.#view
    this.#add({
      name,
      value,
      text: view.text.slice(bodyStart, bodyEnd),
      start: sourceOffset(view, start),
      end: sourceOffset(view, end - 1) + 1,
      children: NONE,
      source: null,
    })
  }

  /** @param opener its tag in the text, if it has one there */
  open(name: string, value: string, at: number, opener: Token | null): void {
    this.#top = newNode(name, value, sourceOffset(this.#view, at))
    this.#stack.push(this.#top)
    this.#openers.push(opener)
    if (name === 'url') this.#links++
  }

  /** Closes the innermost one. @param at end of its closing tag */
  #close(at: number, closer: Token | null): void {
    const node = this.#top
    const opener = this.#openers.pop()
    this.#stack.pop()
    this.#top = this.#stack.at(-1) ?? this.#root
    if (node.name === 'url') this.#links--
    if (node.name === 'call' && node.value === '' && opener && closer && !isPhone(textOf(node.children))) {
      this.addPlain(opener.start, opener.end)
      for (const child of node.children) this.#add(child)
      this.addPlain(closer.start, closer.end)
      return
    }
    // Without content it shows nothing, and thousands of them fit into a line.
    if (node.children.length === 0 && STYLES.has(node.name) && this.#budget.empty-- <= 0) return
    node.end = at === 0 ? 0 : sourceOffset(this.#view, at - 1) + 1
    this.#add(node)
  }

  /** Closes the latest one of the closer's name; those opened in between go on behind it. */
  closeCrossing(closer: Token): void {
    const stack = this.#stack
    const opened = stack.findLastIndex((node) => node.name === closer.name)
    if (opened <= 0) return
    const crossed = stack.slice(opened + 1)
    while (stack.length > opened + 1) this.#close(closer.start, null)
    this.#close(closer.end, closer)
    for (const node of crossed) this.open(node.name, node.value, closer.end, null)
  }

  /** The rest of the text, and the end of all that is open. @param at end of what has been added */
  finish(at: number): MessageNode[] {
    const { length } = this.#view.text
    if (!this.isFull) this.addText(at, length)
    else if (at < length) this.#budget.cut ??= sourceOffset(this.#view, at)
    while (this.#stack.length > 1) this.#close(length, null)
    return this.#root.children
  }
}
