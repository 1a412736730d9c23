import type { MessageId, UserId } from '~/domain/ids'
import { hasOf, type TextMessage } from '~/domain/message/message'

/** A plain message of user 7, for tests. */
export function fakeMessage(id: number, sentAt: number | null, over: Partial<Omit<TextMessage, 'has'>> = {}): TextMessage {
  const facts = {
    kind: 'message' as const,
    id: id as MessageId,
    sentAt,
    utcOffset: null,
    authorId: 7 as UserId,
    chatId: null,
    text: `m${id}`,
    urlOnly: false,
    shownAs: null,
    event: null,
    unread: false,
    deleted: false,
    edited: false,
    delivered: true,
    likes: [],
    topic: null,
    pinned: false,
    disappearsAt: null,
    forwarded: null,
    replyTo: null,
    fileIds: [],
    sticker: null,
    attaches: [],
    keyboard: [],
    reactions: [],
    raw: {},
    ...over,
  }
  return { ...facts, has: hasOf(facts) }
}
