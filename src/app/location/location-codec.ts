import { parseDialogId, parseMessageId, type DialogId, type MessageId } from '~/domain/ids'

/** The app's part of the address. Other parameters (language, theme, the portal's own) are kept as they are. */
export interface AppLocation {
  readonly dialogId: DialogId | null
  /** The address names a dialog, but no such dialog can exist. */
  readonly badDialog: boolean
  readonly messageId: MessageId | null
  /** A day at whose first message the dialog opens, as it is written; a message is more exact. */
  readonly day: string | null
}

export function parseLocation(search: string): AppLocation {
  const query = new URLSearchParams(search)
  const dialog = query.get('dialog')
  const dialogId = parseDialogId(dialog)
  const messageId = parseMessageId(query.get('message'))
  return {
    dialogId,
    badDialog: dialog !== null && dialog !== '' && dialogId === null,
    messageId,
    day: messageId === null ? query.get('date') : null,
  }
}

/** A dialog, and a message of it. */
export interface Address {
  readonly dialogId: DialogId | null
  readonly messageId?: MessageId | null
  /** The day whose first message that is: named in its place. */
  readonly day?: string | null | undefined
}

/** The query string of an address. It never contains a secret. */
export function formatLocation(search: string, { dialogId, messageId = null, day }: Address): string {
  const query = new URLSearchParams(search)
  for (const name of ['dialog', 'message', 'date', 'q']) query.delete(name)
  if (dialogId !== null) query.set('dialog', dialogId)
  if (day) query.set('date', day)
  else if (dialogId !== null && messageId !== null) query.set('message', String(messageId))
  const text = query.toString().replace(/(^|&)demo=(?=&|$)/, '$1demo')
  return text === '' ? '' : `?${text}`
}

/** A path that stays on its host wherever it is put: two slashes at its beginning would name another one. */
export const pathOnHost = (pathname: string): string => pathname.replace(/^\/+/, '/')
