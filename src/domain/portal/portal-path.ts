import { isConversation, parseDialogId, parseMessageId, type DialogId, type MessageId } from '../ids.ts'

/** What `openPath` takes (`docs/bitrix24/placement.md` §4.3); older portals refuse `crm/type`. */
const OPENED = /^\/(?:crm\/(?:deal|lead|contact|company|type)|marketplace|company\/personal\/user\/\d+|workgroups\/group\/\d+)\//

/**
 * The path of an address that the portal shows in a window of its own over the frame; null for all others.
 * @param portal origin
 */
export function portalPath(address: string, portal: string): string | null {
  if (!URL.canParse(address)) return null
  const { origin, username, password, pathname, search, hash } = new URL(address)
  if (origin !== portal || username !== '' || password !== '' || !OPENED.test(pathname)) return null
  return `${pathname}${search}${hash}`
}

/** The chat, and perhaps the message in it, that the messenger of the portal shows at an address of its own; null for all others. @param portal origin */
export function messengerPlace(
  address: string,
  portal: string,
): { readonly dialogId: DialogId; readonly messageId: MessageId | null } | null {
  if (!URL.canParse(address)) return null
  const { origin, pathname, searchParams } = new URL(address)
  if (origin !== portal || pathname !== '/online/') return null
  const dialogId = parseDialogId(searchParams.get('IM_DIALOG'))
  // Of a conversation of an open channel the messenger has a history alone.
  return dialogId && !isConversation(dialogId) ? { dialogId, messageId: parseMessageId(searchParams.get('IM_MESSAGE')) } : null
}
