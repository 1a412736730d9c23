import { BBCodeTag } from '../BBCodeTag.tsx'
import { Quote } from '../Quote.tsx'

/** A dashed or arrow quote; no tag of the text, but of its lines. */
export class QuoteTag extends BBCodeTag {
  override render = () => (
    <Quote source={this.source} length={this.plain().length} lines={this.plain().split('\n').length}>
      {this.content()}
    </Quote>
  )
}
