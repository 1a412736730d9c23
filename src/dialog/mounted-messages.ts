import { parseMessageId, type MessageId } from '~/domain/ids'

/** A message whose row is mounted. */
export interface MountedMessage {
  readonly id: MessageId
  readonly element: HTMLElement
}

const messageOf = (element: HTMLElement | null | undefined): MountedMessage | null => {
  const id = parseMessageId(element?.dataset['messageId'])
  return element && id !== null ? { id, element } : null
}

/** The row that contains an element. */
export const rowAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row-key]') : null

/** The message of a row; the first when it has several. */
export const messageIn = (row: HTMLElement | null): MountedMessage | null => messageOf(row?.querySelector<HTMLElement>('[data-message-id]'))

/** The message that an element belongs to. */
export const messageAt = (target: EventTarget | null): MountedMessage | null =>
  messageOf(target instanceof Element ? target.closest<HTMLElement>('[data-message-id]') : null) ?? messageIn(rowAt(target))

/** All messages of a row, or of the rows of a list that are mounted; oldest first. */
export const messagesIn = (rows: Element): readonly MountedMessage[] =>
  [...rows.querySelectorAll<HTMLElement>('[data-message-id]')].flatMap((element) => messageOf(element) ?? [])
