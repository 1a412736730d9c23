import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { MessageId } from '~/domain/ids'
import { sameByKeys } from '~/lib/same-by-keys'
import { findMessage, watchMessages, type FoundMessage } from '~/queries/find-message'
import { usePortal } from '~/queries/portal-context'
import { useDialog } from './DialogContext.ts'

/**
 * A message of the dialog as soon as some window holds it; null until then. What has been found stays when its page is let
 * go of, so that nothing that names it changes back. One component names one message: `id` has to be its key.
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
        return now === null || (before !== null && sameByKeys(before, now)) ? before : now
      })
    // Pages may have come between drawing and now.
    look()
    return watchMessages(queryClient, client, dialogId, look)
  }, [queryClient, client, dialogId, id])
  return found
}
