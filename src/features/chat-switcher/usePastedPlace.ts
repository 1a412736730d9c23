import type { DialogId, MessageId } from '~/domain/ids'
import { parsePastedAddress } from '~/domain/message/parse-pasted-address'
import type { LinkTarget } from '~/navigation/NavigationContext'
import { usePortal } from '~/queries/portal-context'

/** Where an address leads that was pasted in place of a name; the host where it leads to another portal, null for what is no address. */
export function usePastedPlace(typed: string): (LinkTarget & { readonly dialogId: DialogId }) | string | null {
  const { portal } = usePortal()
  const pasted = parsePastedAddress(typed, { portal, app: window.location.origin })
  if (pasted === null) return null
  if (pasted.kind === 'foreign') return pasted.host
  return withMessage(pasted.dialogId, pasted.messageId)
}

const withMessage = (dialogId: DialogId, messageId: MessageId | null) => (messageId === null ? { dialogId } : { dialogId, messageId })
