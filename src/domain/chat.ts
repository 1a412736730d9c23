import type { ChatId, DialogId } from './ids.ts'

/** A line of the chat list. */
export interface ChatSummary {
  readonly dialogId: DialogId
  readonly title: string
  readonly color: string | null
  readonly avatarUrl: string | null
  /** One line of plain text; null when the source of this entry has none. */
  readonly lastText: string | null
  readonly lastAt: number | null
  readonly unread: number
}

/** The facts of one chat. */
export interface ChatCard {
  readonly chatId: ChatId
  /** Empty for a private dialog: the other person's name is the title. */
  readonly title: string
  readonly color: string | null
  readonly avatarUrl: string | null
  readonly memberCount: number | null
  readonly messageCount: number | null
  readonly createdAt: number | null
  readonly lastMessageId: number | null
}
