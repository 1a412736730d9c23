import type { ReactNode } from 'react'
import { BBCodeTag } from '../BBCodeTag.tsx'

/** `[B]`, `[I]`, `[U]`, `[S]` */
export class BoldTag extends BBCodeTag {
  override render(): ReactNode {
    return <b>{this.content()}</b>
  }
}
export class ItalicTag extends BBCodeTag {
  override render(): ReactNode {
    return <i>{this.content()}</i>
  }
}
export class UnderlineTag extends BBCodeTag {
  override render(): ReactNode {
    return <u>{this.content()}</u>
  }
}
export class StrikeTag extends BBCodeTag {
  override render(): ReactNode {
    return <s>{this.content()}</s>
  }
}
