import { BBCodeTag } from '../BBCodeTag.tsx'

/** `[B]`, `[I]`, `[U]`, `[S]` */
export class BoldTag extends BBCodeTag {
  override render = () => <b>{this.content()}</b>
}
export class ItalicTag extends BBCodeTag {
  override render = () => <i>{this.content()}</i>
}
export class UnderlineTag extends BBCodeTag {
  override render = () => <u>{this.content()}</u>
}
export class StrikeTag extends BBCodeTag {
  override render = () => <s>{this.content()}</s>
}
