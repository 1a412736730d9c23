import { messageOf, type MountedMessage } from './mounted-messages.ts'

/** The row that contains an element. */
export const rowAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row-key]') : null

/** The message of a row; the first when it has several. */
export const messageIn = (row: HTMLElement | null): MountedMessage | null => messageOf(row?.querySelector<HTMLElement>('[data-message-id]'))

/** The message that an element belongs to. */
export const messageAt = (target: EventTarget | null): MountedMessage | null =>
  messageOf(target instanceof Element ? target.closest<HTMLElement>('[data-message-id]') : null) ?? messageIn(rowAt(target))
