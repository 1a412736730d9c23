import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { UnsupportedAction } from '../view/UnsupportedAction.tsx'

/** `[CALL=number]label[/CALL]`: says which number, and calls nobody. */
export class CallTag extends BBCodeTag {
  override render(): ReactNode {
    return <UnsupportedAction kind="call" value={this.node.value || this.plain()} label={this.content()} written={this.plain()} />
  }
}
