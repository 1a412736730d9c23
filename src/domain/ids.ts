declare const brand: unique symbol
type Id<Name extends string> = number & { readonly [brand]: Name }

export type MessageId = Id<'message'>
export type UserId = Id<'user'>
export type FileId = Id<'file'>
export type ChatId = Id<'chat'>

/** What DIALOG_ID names: `chat123`, `sg123`, `crm123`, or a user's id for a private dialog. */
export type DialogId = string & { readonly [brand]: 'dialog' }

/** `docs/bitrix24/rest.md` §2; `0`, `imol|…` and `notify` are refused by the portal. */
const DIALOG_ID = /^(?:[1-9]\d*|(?:chat|sg|crm)\d+)$/i

/** The dialog id in its usual form; null when the portal would refuse it. */
export function parseDialogId(text: string | null | undefined): DialogId | null {
  const trimmed = text?.trim().toLowerCase() ?? ''
  return DIALOG_ID.test(trimmed) ? (trimmed as DialogId) : null
}

/** A message id from outside (address, placement); null for anything but a positive whole number. */
export function parseMessageId(text: string | null | undefined): MessageId | null {
  const trimmed = text?.trim() ?? ''
  return /^[1-9]\d{0,15}$/.test(trimmed) ? (Number(trimmed) as MessageId) : null
}

/** The number of a chat, for naming one whose title is unknown. */
export const chatNumber = (dialogId: DialogId): string => dialogId.replace(/^chat/, '')

export const isPrivateDialog = (dialogId: DialogId): boolean => /^\d+$/.test(dialogId)
