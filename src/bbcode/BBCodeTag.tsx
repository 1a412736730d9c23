import { Tag } from 'bbcode-to-react'
import { Fragment, type ReactNode } from 'react'
import { visibleText } from './visible-text.ts'
import type { TagNode } from './pair.ts'

/** Base of every tag: gives the node the key that React asks of array children. */
export abstract class BBCodeTag extends Tag {
  /** What it was parsed from. */
  node!: TagNode
  /** Place among its siblings. */
  index = 0

  abstract render(): ReactNode

  override toReact(): ReactNode {
    return <Fragment key={this.index}>{this.render()}</Fragment>
  }

  /** The children, rendered. */
  content(): ReactNode {
    return this.children.map((child) => child.toReact())
  }

  /** The text inside, without markup. */
  plain(): string {
    return (
      visibleText(this.node.text) +
      this.children.map((child) => (child instanceof BBCodeTag ? child.plain() : visibleText(child.text))).join('')
    )
  }

  /** Whether it stands in a link, where nothing else can be pressed. */
  inLink(): boolean {
    for (let outer = this.parent; outer; outer = outer.parent) if (outer.name === 'url') return true
    return false
  }
}
