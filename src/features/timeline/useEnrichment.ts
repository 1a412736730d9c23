import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { History } from '~/domain/history'
import type { DialogId } from '~/domain/ids'
import { enrichMessages } from '~/queries/enrichment'
import { usePortal } from '~/queries/portal-context'

/** What the reader scrolls past without stopping is not asked for. */
const REST_MS = 800
/** Messages on either side of those in sight. */
const AROUND = 30

/** Asks for reactions, origins and replies of what is on the screen, once the reader rests there. */
export function useEnrichment(dialogId: DialogId, history: History): void {
  const client = usePortal()
  const queryClient = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () => {
      const ids = [...document.querySelectorAll<HTMLElement>('[data-testid="message-list"] [data-message-id]')].map((row) =>
        Number(row.dataset['messageId']),
      )
      const first = history.messages.findIndex(({ id }) => id === ids[0])
      const last = history.messages.findIndex(({ id }) => id === ids.at(-1))
      if (first === -1 || last === -1) return
      void enrichMessages(queryClient, client, dialogId, history, Math.max(0, first - AROUND), last + 1 + AROUND)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(ask, REST_MS)
    }
    later()
    // It does not bubble.
    document.addEventListener('scroll', later, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      document.removeEventListener('scroll', later, { capture: true })
    }
  }, [dialogId, history, client, queryClient])
}
