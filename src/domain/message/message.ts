import type { Attach, Keyboard } from './attach.ts'
import type { ChatId, DialogId, FileId, MessageId, UserId } from '../ids.ts'

interface MessageBase {
  readonly id: MessageId
  /** Epoch ms; null when the portal's date could not be read. */
  readonly sentAt: number | null
  /** Minutes east of UTC of the clock by which the portal wrote that date; null when it could not be read. */
  readonly utcOffset: number | null
  /** The record as the portal sent it: for showing it as it is, never for reading facts from it. */
  readonly raw: unknown
}

/** What a message has besides its text. */
export interface MessageExtras {
  /** The portal's own component that shows the message in the messenger; null for most. */
  readonly topic: string | null
  readonly pinned: boolean
  /** Epoch ms at which the portal will delete it; null for most. */
  readonly disappearsAt: number | null
  readonly forwarded: Forwarded | null
  readonly replyTo: MessageId | null
  readonly fileIds: readonly FileId[]
  readonly sticker: Sticker | null
  /** Cards of bots and link previews; each has something to show. */
  readonly attaches: readonly Attach[]
  /** Rows of buttons; empty for none. */
  readonly keyboard: Keyboard
  /** Likes, and the others once they are known. */
  readonly reactions: readonly Reaction[]
}

/** A message of a person, a bot or the system. */
export interface TextMessage extends MessageBase, MessageExtras {
  readonly kind: 'message' | 'system'
  /** 0 for the system, and for what it says under a name; whom it speaks for, where it does. */
  readonly authorId: UserId
  readonly chatId: ChatId | null
  /** BBCode as the portal sent it; plain text otherwise, never HTML. */
  readonly text: string
  /** Whether the text is nothing but the address that one of the cards shows. */
  readonly urlOnly: boolean
  /** Name and picture under which a bot or the system shows the message, one of which may be missing; null for the author's own. */
  readonly shownAs: { readonly name: string; readonly avatarUrl: string | null } | null
  /** What happened, where the portal says so; null for most events and for all other messages. */
  readonly event: ChatEvent | null
  readonly unread: boolean
  readonly deleted: boolean
  readonly edited: boolean
  readonly delivered: boolean
  /** Who liked it, according to its page. */
  readonly likes: readonly UserId[]
  readonly has: MessageHas
}

/** What a message can show besides its text: a row draws exactly these, and keeps room for exactly these. */
export interface MessageHas {
  readonly topic: boolean
  readonly pinned: boolean
  readonly disappears: boolean
  readonly forward: boolean
  readonly reply: boolean
  readonly files: boolean
  readonly sticker: boolean
  readonly attaches: boolean
  readonly keyboard: boolean
  readonly reactions: boolean
}

/** What a message has: true for each field that is not empty. */
export const hasOf = (extras: MessageExtras): MessageHas => ({
  topic: extras.topic !== null,
  pinned: extras.pinned,
  disappears: extras.disappearsAt !== null,
  forward: extras.forwarded !== null,
  reply: extras.replyTo !== null,
  files: extras.fileIds.length > 0,
  sticker: extras.sticker !== null,
  attaches: extras.attaches.length > 0,
  keyboard: extras.keyboard.length > 0,
  reactions: extras.reactions.length > 0,
})

export type EventKind = 'join' | 'leave' | 'notice'

/** An event of a known kind; `notice` for one of which only is known who was notified. */
export interface ChatEvent {
  readonly kind: EventKind
  /** Empty for most. */
  readonly notified: readonly UserId[]
}

export interface Reaction {
  /** The portal's name of it, such as `like`. */
  readonly name: string
  /** May exceed the number of names. */
  readonly count: number
  readonly userIds: readonly UserId[]
}

/** Where a forwarded message came from, as far as it is known. */
export interface Forwarded {
  readonly messageId: MessageId | null
  readonly dialogId: DialogId | null
  /** The two of a private dialog: each of them finds it under the other's id. */
  readonly between: readonly [UserId, UserId] | null
  readonly authorId: UserId | null
  readonly chatTitle: string
}

export interface Sticker {
  /** As the portal sends it: pack and number. */
  readonly name: string
  /** Absolute address of its picture; null until it is known. */
  readonly url: string | null
}

/** A record that the portal sent and that could not be read; it keeps its place. */
export interface UnknownMessage extends MessageBase {
  readonly kind: 'unknown'
}

export type Message = TextMessage | UnknownMessage
