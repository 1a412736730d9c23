import type { DialogId } from './ids.ts'

/** The number of a chat, for naming one whose title is unknown. */
export const chatNumber = (dialogId: DialogId): string => dialogId.replace(/^chat|^imol\|/, '')

export const isPrivateDialog = (dialogId: DialogId): boolean => /^\d+$/.test(dialogId)
