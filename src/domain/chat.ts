import type { ChatId, DialogId } from './ids.ts'

/** What a chat is for, as far as its source tells: a group of people where it says nothing. */
export type ChatKind = 'group' | 'person' | 'crm' | 'openLine' | 'task' | 'project' | 'event' | 'channel'

/** A line of the chat list. */
export interface ChatSummary {
  readonly dialogId: DialogId
  readonly title: string
  readonly kind: ChatKind
  /** Of the other person in a private chat; empty where it is not known, and for everything else. */
  readonly position: string
  readonly color: string | null
  readonly avatarUrl: string | null
  /** One line of plain text; null when the last message has none, or the source of this entry does not tell. */
  readonly lastText: string | null
  /** What a last message without text consists of; null when it has text, or nothing is known. */
  readonly lastAttachment: LastAttachment | null
  readonly lastAt: number | null
  readonly unread: number
  /** Kept at the top of the list by the reader; false where the source of this entry does not tell. */
  readonly pinned: boolean
  /** The reader wants no notices of it; false where that is not known. */
  readonly muted: boolean
}

export interface LastAttachment {
  readonly kind: 'image' | 'video' | 'audio' | 'file' | 'sticker' | 'attach'
  /** Of the file; empty when unknown. */
  readonly name: string
}

/** The facts of one chat. */
export interface ChatCard {
  /** Null for a private dialog that nobody has written in. */
  readonly chatId: ChatId | null
  /** Empty for a private dialog: the other person's name is the title. */
  readonly title: string
  readonly color: string | null
  readonly avatarUrl: string | null
  readonly memberCount: number | null
  readonly messageCount: number | null
  readonly createdAt: number | null
  readonly lastMessageId: number | null
  /** How many messages the reader has not read; null where the portal does not tell. */
  readonly unread: number | null
  /** The newest message that the reader has read, 0 for none of them; null where the portal does not tell. */
  readonly lastReadId: number | null
}

/** A chat of an open channel that belongs to an entity of the CRM. */
export interface LineChat {
  readonly dialogId: DialogId
  /** Of the chat; empty where the portal does not tell. */
  readonly title: string
  /** Of the channel, such as “Telegram”. */
  readonly channel: string
}
