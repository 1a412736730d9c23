import { Tag } from 'bbcode-to-react'
import type { ReactNode } from 'react'
import type { MessageNode, TagNode } from '../parse/message-tree.ts'
import { writtenText } from '../text/written-text.ts'

/** Renders nodes of a tree. */
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

  /** Its surroundings, and what renders its content. */
  place(node: TagNode, outer: BBCodeTag | null, drawing: Drawing | null): void {
    this.node = node
    this.outer = outer
    this.#drawing = drawing
  }

  override toReact(): ReactNode {
    return this.render()
  }

  /** Its content or part of it, rendered. */
  content(nodes = this.node.children): ReactNode {
    return this.#drawing?.draw(nodes, this)
  }

  /** Its text, without markup. */
  plain(): string {
    return writtenText([this.node])
  }

  /** Whether it is inside a link, where nothing else can be interactive. */
  inLink(): boolean {
    return this.isWithin('url')
  }

  /** Whether it is inside a tag of some name, however deep. */
  isWithin(name: string): boolean {
    for (let outer = this.outer; outer; outer = outer.outer) if (outer.node.name === name) return true
    return false
  }
}

/** A tag that shows only its content. */
export class PlainTag extends BBCodeTag {
  override render(): ReactNode {
    return this.content()
  }
}
