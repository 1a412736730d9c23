import type { DialogId } from './ids.ts'

// Of conversations of open channels; apart from other ids, which the first messages need.

/** The number of its session. */
export const sessionOf = (conversation: DialogId): number => Number(conversation.slice('imol|'.length))

export const conversationOf = (session: number): DialogId => `imol|${session}` as DialogId
