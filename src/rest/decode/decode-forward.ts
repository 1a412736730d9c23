import { parseMessageId } from '~/domain/ids'
import type { Forwarded } from '~/domain/message/message'
import { text } from './wire.ts'

/** `FORWARD_ID` in the params of a page is a bare id, which may belong to any chat. */
export function decodeForwardId(value: unknown): Forwarded | null {
  const id = text(value)
  return id === '' ? null : { messageId: parseMessageId(id), dialogId: null, between: null, authorId: null, chatTitle: '' }
}
