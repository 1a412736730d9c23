import type { ChatId, FileId, MessageId, UserId } from './ids.ts'

interface MessageBase {
  readonly id: MessageId
  /** Epoch ms; null when the portal's date could not be read. */
  readonly sentAt: number | null
}

/** A message of a person, a bot or the system. */
export interface TextMessage extends MessageBase {
  readonly kind: 'message' | 'system'
  /** 0 for the system. */
  readonly authorId: UserId
  readonly chatId: ChatId | null
  /** BBCode as the portal sent it; plain text otherwise, never HTML. */
  readonly text: string
  /** Name and picture under which a bot shows the message; null for the author's own. */
  readonly shownAs: { readonly name: string; readonly avatarUrl: string | null } | null
  readonly unread: boolean
  readonly deleted: boolean
  readonly edited: boolean
  readonly delivered: boolean
  readonly fileIds: readonly FileId[]
  readonly likes: readonly UserId[]
  /** `params.ATTACH` and `params.KEYBOARD` as the portal sent them, read where they are shown; null when there are none. */
  readonly attach: unknown
  readonly keyboard: unknown
}

/** A record that the portal sent and that could not be read; it keeps its place. */
export interface UnknownMessage extends MessageBase {
  readonly kind: 'unknown'
}

export type Message = TextMessage | UnknownMessage
