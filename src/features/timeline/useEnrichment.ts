import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useReducer } from 'react'
import type { History } from '~/domain/history/history'
import type { DialogId } from '~/domain/ids'
import { afterPaint } from '~/lib/after-paint'
import { IdleTimer } from '~/lib/IdleTimer'
import { onBack } from '~/lib/on-return'
import { enrichMessages, releaseEnrichment } from '~/queries/history/enrich-messages'
import { usePortal } from '~/queries/portal-context'
import { useDialog } from '~/dialog/state/DialogContext'
import { steadyMessages } from '~/dialog/state/seen-messages'

/** How long the reader has to stay before anything is looked up, ms: a shorter stop is on the way elsewhere. */
const STAY_MS = 650
/** Messages on either side of those that are mounted. */
const AROUND = 30

/**
 * Looks up reactions, origins and replies around the reader, once they stop scrolling.
 * @returns looks again: what was looked up may be out of date
 */
export function useEnrichment(dialogId: DialogId, history: History): () => void {
  const client = usePortal()
  const queryClient = useQueryClient()
  const { timeline } = useDialog()
  const [turn, lookAgain] = useReducer((turns: number) => turns + 1, 0)
  useEffect(() => {
    const lookUp = async () => {
      const ids =
        timeline
          .get()
          ?.mounted()
          .map(({ id }) => id) ?? []
      const scope = { queryClient, client, dialogId }
      releaseEnrichment(scope, steadyMessages(timeline.get()))
      const first = history.messages.findIndex(({ id }) => id === ids[0])
      const last = history.messages.findIndex(({ id }) => id === ids.at(-1))
      if (first === -1 || last === -1) return
      const range = { from: Math.max(0, first - AROUND), to: last + 1 + AROUND }
      await enrichMessages(scope, history, range, () => steadyMessages(timeline.get()))
      // Once it is drawn and measured.
      afterPaint(() => timeline.get()?.settled())
    }
    const stay = new IdleTimer(STAY_MS, () => void lookUp())
    const look = () => (timeline.get()?.speed === 'rest' ? stay.bump() : stay.stop())
    look()
    const unsubscribe = timeline.get()?.subscribe(look)
    const stop = onBack(look)
    return () => {
      stay.stop()
      stop()
      unsubscribe?.()
    }
  }, [dialogId, history, client, queryClient, timeline, turn])
  return lookAgain
}
