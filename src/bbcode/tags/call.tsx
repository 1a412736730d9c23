import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { UnsupportedAction } from '../view/UnsupportedAction.tsx'

/** `[CALL=number]label[/CALL]`: shows the number, and does not call it. */
export class CallTag extends BBCodeTag {
  override render(): ReactNode {
    return <UnsupportedAction kind="call" value={this.node.value || this.plain()} label={this.content()} written={this.plain()} />
  }
}
