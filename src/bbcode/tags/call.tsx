import type { ReactNode } from 'react'
import { BBCodeTag } from '../render/BBCodeTag.tsx'
import { Inert } from '../view/Inert.tsx'

/** `[CALL=number]label[/CALL]`: says which number, and calls nobody. */
export class CallTag extends BBCodeTag {
  override render(): ReactNode {
    return <Inert kind="call" value={this.node.value || this.plain()} label={this.content()} written={this.plain()} />
  }
}
