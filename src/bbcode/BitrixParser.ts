import { Parser, Tag, type TagClass } from 'bbcode-to-react'
import type { ReactNode } from 'react'
import { BBCodeTag, contentOf } from './BBCodeTag.tsx'
import { grammar } from './grammar.ts'
import { LateTag } from './LateTag.tsx'
import { isLeaf, type MessageNode, type TextLeaf } from './pair.ts'
import { TextTag } from './TextTag.ts'
import { BreakTag } from './tags/br.tsx'
import { CodeTag } from './tags/code.tsx'
import { HiddenTag } from './tags/pch.tsx'
import { QuoteTag } from './tags/quote.tsx'
import { LoudTag, SizeTag } from './tags/size.tsx'
import { BoldTag, ItalicTag, StrikeTag, UnderlineTag } from './tags/style.tsx'
import { UrlTag } from './tags/url.tsx'
import { UserTag } from './tags/user.tsx'
import { parseMessage, type MessageTree } from './tree.ts'

const tags: Readonly<Record<string, TagClass>> = {
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

/** A whole message. */
class RootTag extends Tag {
  override toReact(): ReactNode {
    return contentOf(this.children)
  }
}

/**
 * The package's parser with the part replaced that fails on ordinary chat text: finding and pairing tags
 * (`docs/decisions/0005-bbcode.md`). Its tags and their `toReact` stay.
 */
export class BitrixParser extends Parser {
  constructor() {
    super([])
    // What is rare is drawn by a part that loads later.
    for (const name of grammar.keys()) this.registerTag(name, LateTag)
    for (const [name, tag] of Object.entries(tags)) this.registerTag(name, tag)
  }

  override parse(input: string): Tag {
    return this.build(parseMessage(input))
  }

  /** Tags over a tree that is there. */
  build(tree: MessageTree): Tag {
    const root = new RootTag(this.renderer)
    this.#build(root, tree.nodes)
    return root
  }

  /** What stands for a piece of text. */
  protected leaf({ text }: TextLeaf): TextTag {
    return new TextTag(text)
  }

  #build(parent: Tag, nodes: readonly MessageNode[]): void {
    for (const node of nodes) {
      if (isLeaf(node)) {
        parent.children.push(this.leaf(node) as unknown as Tag)
        continue
      }
      const tagClass = this.tags[node.name]
      if (!tagClass) continue
      const tag = new tagClass(this.renderer, { name: node.name, parent, text: node.text })
      if (tag instanceof BBCodeTag) tag.node = node
      this.#build(tag, node.children)
    }
  }
}

/** The one that draws messages; it holds nothing of them. */
export const bitrixParser = new BitrixParser()
