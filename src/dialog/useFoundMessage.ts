import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { MessageId } from '~/domain/ids'
import { sameByKeys } from '~/lib/same-by-keys'
import { findMessage, isDeleted, watchMessages, type FoundMessage } from '~/queries/history/find-message'
import { usePortal } from '~/queries/portal-context'
import { useDialog } from './state/DialogContext.ts'

/**
 * A message of the dialog as soon as a loaded window holds it; null until then. Once found it stays when its page is
 * dropped, so that what shows it does not change back; it goes when it is deleted. A component shows one message: `id` has to be its key.
 */
export function useFoundMessage(id: MessageId): FoundMessage | null {
  const { id: dialogId } = useDialog()
  const client = usePortal()
  const queryClient = useQueryClient()
  const [found, setFound] = useState(() => findMessage(queryClient, client, dialogId, id))
  useEffect(() => {
    const look = () =>
      setFound((before) => {
        const now = findMessage(queryClient, client, dialogId, id)
        if (now === null) return before !== null && isDeleted(queryClient, client, dialogId, id) ? null : before
        return before !== null && sameByKeys(before, now) ? before : now
      })
    // Pages may have arrived between render and effect.
    look()
    return watchMessages(queryClient, client, dialogId, look)
  }, [queryClient, client, dialogId, id])
  return found
}
