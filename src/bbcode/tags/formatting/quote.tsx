import type { ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'
import { Quote } from '../../view/Quote.tsx'

/** A dashed or arrow quote; made of lines of the text, not of tags. */
export class QuoteTag extends BBCodeTag {
  override render(): ReactNode {
    const text = this.plain()
    return (
      <Quote node={this.node} length={text.length} lines={text.split('\n').length}>
        {this.content()}
      </Quote>
    )
  }
}
