import type { ReactNode } from 'react'
import { isLongerThan } from '../../text/is-longer-than.ts'
import { BBCodeTag } from '../BBCodeTag.tsx'
import { Quote } from '../../view/Quote.tsx'

const LONG_LINES = 4
const LONG_LENGTH = LONG_LINES * 80

/** A dashed or arrow quote; made of lines of the text, not of tags. */
export class QuoteTag extends BBCodeTag {
  override render(): ReactNode {
    // What stands in a quote is cut with it. Cut boxes in cut boxes take a browser seconds to lay out.
    const long = !this.isWithin('quote') && isLongerThan(this.node.children, LONG_LENGTH, LONG_LINES)
    return (
      <Quote node={this.node} long={long}>
        {this.content()}
      </Quote>
    )
  }
}
