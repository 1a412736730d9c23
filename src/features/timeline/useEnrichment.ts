import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { History } from '~/domain/history/history'
import type { DialogId } from '~/domain/ids'
import { IdleTimer } from '~/lib/IdleTimer'
import { enrichMessages, releaseEnrichment } from '~/queries/enrich-messages'
import { usePortal } from '~/queries/portal-context'
import { useDialog } from '~/dialog/DialogContext'
import type { TimelineView } from '~/dialog/timeline-view'

/** How long the reader has to stay before anything is looked up, ms: a shorter stop is on the way elsewhere. */
const STAY_MS = 650
/** Messages on either side of those that are mounted. */
const AROUND = 30

/** Ids of the mounted messages in order, and of those on the screen. */
function mounted(timeline: TimelineView | null): { readonly ids: readonly number[]; readonly inSight: ReadonlySet<number> } {
  const screen = timeline?.element.getBoundingClientRect()
  const messages = timeline?.mounted() ?? []
  const seen = messages.filter(({ element }) => {
    const { top, bottom } = element.getBoundingClientRect()
    return screen !== undefined && bottom > screen.top && top < screen.bottom
  })
  return { ids: messages.map(({ id }) => id), inSight: new Set(seen.map(({ id }) => id)) }
}

/** Looks up reactions, origins and replies around the reader, once they stop scrolling. */
export function useEnrichment(dialogId: DialogId, history: History): void {
  const client = usePortal()
  const queryClient = useQueryClient()
  const { timeline } = useDialog()
  useEffect(() => {
    const stay = new IdleTimer(STAY_MS, () => {
      const { ids, inSight } = mounted(timeline.get())
      const scope = { queryClient, client, dialogId }
      releaseEnrichment(scope, inSight)
      const first = history.messages.findIndex(({ id }) => id === ids[0])
      const last = history.messages.findIndex(({ id }) => id === ids.at(-1))
      if (first === -1 || last === -1) return
      const range = { from: Math.max(0, first - AROUND), to: last + 1 + AROUND }
      void enrichMessages(scope, history, range, () => mounted(timeline.get()).inSight)
    })
    const look = () => (timeline.get()?.speed === 'rest' ? stay.bump() : stay.stop())
    look()
    const unsubscribe = timeline.get()?.subscribe(look)
    return () => {
      stay.stop()
      unsubscribe?.()
    }
  }, [dialogId, history, client, queryClient, timeline])
}
