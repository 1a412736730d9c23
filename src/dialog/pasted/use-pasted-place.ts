import type { DialogId } from '~/domain/ids'
import { parsePastedAddress } from '~/domain/message/parse-pasted-address'
import type { LinkTarget } from '~/navigation/NavigationContext'
import { usePortal } from '~/queries/portal-context'

/** Where an address leads. */
export type PastedTarget = LinkTarget & { readonly dialogId: DialogId }

/** Where an address leads that was pasted in place of a name or a query; the host where it leads to another portal, null for what is no address. */
export function usePastedPlace(typed: string): PastedTarget | string | null {
  const { portal } = usePortal()
  const pasted = parsePastedAddress(typed, { portal, app: window.location.origin })
  if (pasted === null) return null
  if (pasted.kind === 'foreign') return pasted.host
  const { dialogId, messageId, day } = pasted
  return { dialogId, ...(messageId !== null && { messageId }), ...(day !== null && { day }) }
}
