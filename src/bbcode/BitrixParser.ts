import { Parser, type Tag, type TagClass } from 'bbcode-to-react'
import { createElement, Fragment, type ReactNode } from 'react'
import { BBCodeTag, PlainTag, type Drawing } from './tags/BBCodeTag.tsx'
import { isLeaf, type MessageNode, type TagNode, type TextLeaf } from './parse/message-tree.ts'
import { BreakTag } from './tags/formatting/br.tsx'
import { CodeTag } from './tags/formatting/code.tsx'
import { HiddenTag } from './tags/pch.tsx'
import { QuoteTag } from './tags/formatting/quote.tsx'
import { RareTag } from './tags/RareTag.tsx'
import { LoudTag, SizeTag } from './tags/formatting/size.tsx'
import { BoldTag, ItalicTag, StrikeTag, UnderlineTag } from './tags/formatting/style.tsx'
import { UrlTag } from './tags/url.tsx'
import { UserTag } from './tags/user.tsx'
import { parseMessage, type MessageTree } from './parse/tree.ts'
import { visibleText } from '~/lib/text/visible-text'

/** The most that are passed as arguments. */
const MAX_ARGUMENTS = 30_000

/** Those that many messages have; of the others see `rare-tags.ts`. */
const commonTags: Readonly<Record<string, TagClass>> = {
  b: BoldTag,
  i: ItalicTag,
  u: UnderlineTag,
  s: StrikeTag,
  br: BreakTag,
  size: SizeTag,
  code: CodeTag,
  url: UrlTag,
  user: UserTag,
  pch: HiddenTag,
  quote: QuoteTag,
  me: ItalicTag,
  loud: LoudTag,
}

/**
 * The package's parser with the part replaced that fails on ordinary chat text: finding and pairing tags
 * (`docs/decisions/0005-bbcode.md`). Its tags and their `toReact` stay.
 */
export class BitrixParser extends Parser implements Drawing {
  constructor() {
    super([])
    for (const [name, tag] of Object.entries(commonTags)) this.registerTag(name, tag)
  }

  override parse(input: string): Tag {
    return this.build(parseMessage(input))
  }

  /** A tag over a tree that is already parsed. */
  build(tree: MessageTree): Tag {
    return this.#tag(PlainTag, { name: '', value: '', text: '', start: 0, end: 0, children: tree.nodes, source: null }, null)
  }

  /**
   * Renders nodes in order. A tag object lives only while it is rendered: for a long message there are never
   * more of them than its depth.
   */
  draw(nodes: readonly MessageNode[], parent: BBCodeTag): ReactNode {
    if (nodes.length < 2) return nodes[0] && this.#draw(nodes[0], parent)
    const drawn = nodes.map((node) => this.#draw(node, parent))
    // As arguments, because React would require keys in a list.
    if (drawn.length <= MAX_ARGUMENTS) return createElement(Fragment, null, ...drawn)
    return drawn.map((part, index) => createElement(Fragment, { key: index }, part))
  }

  /** Renders a piece of text. */
  protected leaf({ text }: TextLeaf): ReactNode {
    return visibleText(text)
  }

  #draw(node: MessageNode, parent: BBCodeTag): ReactNode {
    if (isLeaf(node)) return this.leaf(node)
    const draw = (tagClass: TagClass) => this.#tag(tagClass, node, parent).toReact()
    const common = this.tags[node.name]
    return common ? draw(common) : createElement(RareTag, { name: node.name, draw })
  }

  #tag(tagClass: TagClass, node: TagNode, parent: BBCodeTag | null): Tag {
    const tag = new tagClass(this.renderer, node)
    if (tag instanceof BBCodeTag) tag.place(node, parent, this)
    return tag
  }
}

/** The parser for messages; it keeps no state of them. */
export const bitrixParser = new BitrixParser()
