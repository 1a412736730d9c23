import { parseMessageId, type MessageId } from '~/domain/ids'

/** A message whose row is mounted. */
export interface MountedMessage {
  readonly id: MessageId
  readonly element: HTMLElement
}

/** The message that an element is marked with; null if it is none. */
export const messageOf = (element: HTMLElement | null | undefined): MountedMessage | null => {
  const id = parseMessageId(element?.dataset['messageId'])
  return element && id !== null ? { id, element } : null
}

/** All messages of a row, or of the rows of a list that are mounted; oldest first. */
export const messagesIn = (rows: Element): readonly MountedMessage[] =>
  [...rows.querySelectorAll<HTMLElement>('[data-message-id]')].flatMap((element) => messageOf(element) ?? [])
