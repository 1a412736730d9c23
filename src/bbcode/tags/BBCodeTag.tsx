import { Tag } from 'bbcode-to-react'
import type { ReactNode } from 'react'
import type { MessageNode, TagNode } from '../parse/pair.ts'
import { writtenText } from '../text/written-text.ts'

/** Makes nodes of a tree visible. */
export interface Drawing {
  draw(nodes: readonly MessageNode[], parent: BBCodeTag): ReactNode
}

/** Base of every tag. */
export abstract class BBCodeTag extends Tag {
  /** What it was parsed from. */
  node!: TagNode
  outer: BBCodeTag | null = null
  #drawing: Drawing | null = null

  abstract render(): ReactNode

  /** Where it stands, and who draws what is inside. */
  place(node: TagNode, outer: BBCodeTag | null, drawing: Drawing | null): void {
    this.node = node
    this.outer = outer
    this.#drawing = drawing
  }

  override toReact(): ReactNode {
    return this.render()
  }

  /** What is inside, drawn; or some of it. */
  content(nodes = this.node.children): ReactNode {
    return this.#drawing?.draw(nodes, this)
  }

  /** The text inside, without markup. */
  plain(): string {
    return writtenText([this.node])
  }

  /** Whether it stands in a link, where nothing else can be pressed. */
  inLink(): boolean {
    for (let outer = this.outer; outer; outer = outer.outer) if (outer.node.name === 'url') return true
    return false
  }
}

/** A tag of which only what is inside is shown. */
export class PlainTag extends BBCodeTag {
  override render(): ReactNode {
    return this.content()
  }
}
