import type { DialogId, MessageId } from '../ids.ts'

/** The address at which the messenger of a portal opens a message. */
export const messageAddress = (portal: string, dialogId: DialogId, id: MessageId): string =>
  `${portal}/online/?IM_DIALOG=${dialogId}&IM_MESSAGE=${id}`
