import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { ContextLink } from '../view/ContextLink.tsx'

/** `[CONTEXT=chatN/M]label[/CONTEXT]`: leads to a message, of this dialog or of another. */
export class ContextTag extends BBCodeTag {
  override render(): ReactNode {
    // Nothing to press, as in the messenger.
    if (this.plain().trim() === '') return null
    return this.inLink() ? this.content() : <ContextLink context={this.node.value}>{this.content()}</ContextLink>
  }
}
