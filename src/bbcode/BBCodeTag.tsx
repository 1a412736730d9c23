import { Tag } from 'bbcode-to-react'
import { Fragment, type ReactNode } from 'react'
import type { QuoteSource } from './blocks.ts'

/** Base of every tag: gives the node the key that React asks of array children. */
export abstract class BBCodeTag extends Tag {
  /** Text after `=`; empty when there is none. */
  value = ''
  /** For quotes. */
  source: QuoteSource | null = null
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
    return this.text + this.children.map((child) => (child instanceof BBCodeTag ? child.plain() : child.text)).join('')
  }
}
