import type { ChatId, DialogId, FileId, MessageId, UserId } from './ids.ts'

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
  /** `params` as the portal sent them: what is rare among them is read where it is shown. */
  readonly params: Readonly<Record<string, unknown>>
  /** The record as the portal sent it. */
  readonly wire: unknown
  /** What the portal told of it when it was asked once more. */
  readonly enrichment?: Enrichment
}

/** What `im.dialog.messages.get` does not tell of a message, and a search does (`rest.md` §4, §6). */
export interface Enrichment {
  /** Likes among them. */
  readonly reactions: readonly Reaction[]
  readonly forwarded: Forwarded | null
  readonly replyTo: MessageId | null
  /** Address of the picture of a sticker. */
  readonly stickerUrl: string | null
}

export interface Reaction {
  /** The portal's name of it, such as `like`. */
  readonly name: string
  /** May be more than are named. */
  readonly count: number
  readonly userIds: readonly UserId[]
}

/** Where a forwarded message came from, as far as it is told. */
export interface Forwarded {
  readonly messageId: MessageId | null
  readonly dialogId: DialogId | null
  readonly authorId: UserId | null
  readonly chatTitle: string
}

/** A record that the portal sent and that could not be read; it keeps its place. */
export interface UnknownMessage extends MessageBase {
  readonly kind: 'unknown'
}

export type Message = TextMessage | UnknownMessage
