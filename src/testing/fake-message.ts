import type { MessageId, UserId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message'

/** A plain message of user 7, for tests. */
export const fakeMessage = (id: number, sentAt: number | null, over: Partial<TextMessage> = {}): TextMessage => ({
  kind: 'message',
  id: id as MessageId,
  sentAt,
  authorId: 7 as UserId,
  chatId: null,
  text: `m${id}`,
  shownAs: null,
  unread: false,
  deleted: false,
  edited: false,
  delivered: true,
  fileIds: [],
  likes: [],
  params: {},
  wire: {},
  ...over,
})
