import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { ChatMention } from '../view/ChatMention.tsx'
import { namesChat } from '../text/chat-labels.ts'

/** `[CHAT=1317]Title[/CHAT]`, or a conversation of an open channel, `[CHAT=imol|41]`. */
export class ChatTag extends BBCodeTag {
  override render(): ReactNode {
    return namesChat(this.node.value) ? (
      <ChatMention value={this.node.value} title={this.plain().trim()} inLink={this.inLink()} />
    ) : (
      this.content()
    )
  }
}
