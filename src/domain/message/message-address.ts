import { isConversation, type DialogId, type MessageId } from '../ids.ts'

/** The address at which the messenger of a portal opens a message; a conversation of an open channel opens as a history. */
export const messageAddress = (portal: string, dialogId: DialogId, id: MessageId): string =>
  `${portal}/online/?IM_${isConversation(dialogId) ? 'HISTORY' : 'DIALOG'}=${encodeURIComponent(dialogId)}&IM_MESSAGE=${id}`
