import { BBCodeTag } from '../BBCodeTag.tsx'
import { ChatMention } from '../ChatMention.tsx'

/** `[CHAT=1317]Title[/CHAT]`; an open line's conversation (`imol|…`) has no dialog to open. */
export class ChatTag extends BBCodeTag {
  override render = () => {
    const openLine = this.value.toLowerCase().startsWith('imol|')
    const id = openLine ? this.value.slice(5) : this.value
    return Number(id) === 0 ? this.plain() : <ChatMention id={id} title={this.plain().trim()} openLine={openLine} />
  }
}
