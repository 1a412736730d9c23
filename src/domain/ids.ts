declare const brand: unique symbol
type Id<Name extends string> = number & { readonly [brand]: Name }

export type MessageId = Id<'message'>
export type UserId = Id<'user'>
export type FileId = Id<'file'>
export type ChatId = Id<'chat'>

/**
 * What DIALOG_ID names: `chat123`, `sg123`, `crm123`, or a user's id for a private dialog. `imol|41` is a conversation of an open channel
 * by the number of its session, which this app alone takes for a dialog (`docs/bitrix24/rest.md` §6.8).
 */
export type DialogId = string & { readonly [brand]: 'dialog' }

/** `docs/bitrix24/rest.md` §2; `0`, `notify` and other forms of `imol|…` name none. */
const DIALOG_ID = /^(?:[1-9]\d*|(?:chat|sg|crm|imol\|)\d+)$/i

/** The dialog id in its usual form; null for what names no dialog. */
export function parseDialogId(text: string | null | undefined): DialogId | null {
  const trimmed = text?.trim().toLowerCase() ?? ''
  return DIALOG_ID.test(trimmed) ? (trimmed as DialogId) : null
}

/** A message id from outside (address, placement); null for anything but a positive whole number. */
export function parseMessageId(text: string | null | undefined): MessageId | null {
  const trimmed = text?.trim() ?? ''
  return /^[1-9]\d{0,15}$/.test(trimmed) ? (Number(trimmed) as MessageId) : null
}

/** Whether it is a conversation of an open channel: read by a method of its own, and by it alone. No other form begins with that letter. */
export const isConversation = (dialogId: DialogId | null): boolean => dialogId?.[0] === 'i'
