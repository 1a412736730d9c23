import { Parser, Tag, type TagClass } from 'bbcode-to-react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { BreakTag } from './tags/br.tsx'
import { ChatTag } from './tags/chat.tsx'
import { CodeTag } from './tags/code.tsx'
import { QuoteTag } from './tags/quote.tsx'
import { BoldTag, ItalicTag, StrikeTag, UnderlineTag } from './tags/style.tsx'
import { UrlTag } from './tags/url.tsx'
import { UserTag } from './tags/user.tsx'
import { parseMessage, type MessageNode } from './tree.ts'

const tags: Readonly<Record<string, TagClass>> = {
  b: BoldTag,
  i: ItalicTag,
  u: UnderlineTag,
  s: StrikeTag,
  br: BreakTag,
  code: CodeTag,
  url: UrlTag,
  user: UserTag,
  chat: ChatTag,
  quote: QuoteTag,
}

/**
 * The package's parser with the part replaced that fails on ordinary chat text: finding and pairing tags
 * (`docs/decisions/0005-bbcode.md`). Its tags and their `toReact` stay.
 */
export class BitrixParser extends Parser {
  constructor() {
    super([])
    for (const [name, tag] of Object.entries(tags)) this.registerTag(name, tag)
  }

  override parse(input: string): Tag {
    const root = new Tag(this.renderer)
    this.#build(root, parseMessage(input))
    return root
  }

  #build(parent: Tag, nodes: readonly MessageNode[]): void {
    for (const [index, node] of nodes.entries()) {
      if (!('children' in node)) {
        // A text node; its parent lists it.
        new Tag(this.renderer, { parent, text: node.text })
        continue
      }
      const tagClass = this.tags[node.name]
      if (!tagClass) continue
      const tag = new tagClass(this.renderer, { name: node.name, parent, text: 'text' in node ? node.text : '' })
      if (tag instanceof BBCodeTag) {
        tag.index = index
        if ('source' in node) tag.source = node.source
        else tag.value = node.value
      }
      this.#build(tag, node.children)
    }
  }
}
