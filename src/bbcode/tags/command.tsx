import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { commandLabel } from '../text/command-label.ts'
import { UnsupportedAction } from '../view/UnsupportedAction.tsx'

/** `[SEND=command]label[/SEND]`, `[PUT=text]label[/PUT]`: in the messenger they send or type for the reader. */
export class CommandTag extends BBCodeTag {
  override render(): ReactNode {
    const written = this.plain()
    const label = commandLabel(this.node.value, written)
    if (label === '') return null
    return (
      <UnsupportedAction
        kind={this.node.name === 'put' ? 'put' : 'send'}
        value={this.node.value || written}
        label={written.trim() === '' ? label : this.content()}
        written={label}
      />
    )
  }
}
