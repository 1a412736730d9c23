import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { seenMessages, steadyMessages } from '~/dialog/state/seen-messages'
import type { WindowStart } from '~/domain/history/cursor'
import { nextDisappearance } from '~/domain/history/disappearing'
import type { History } from '~/domain/history/history'
import type { Cell } from '~/lib/Cell'
import type { WindowScope } from '~/queries/history/change-windows'
import { historyQuery } from '~/queries/history/history'
import { usePortal } from '~/queries/portal-context'
import { dropDisappeared, pollArrivals, rereadInSight } from '~/queries/history/window-upkeep'
import { useStableCallback } from '~/ui/use-stable-callback'
import type { Arrivals } from '../list/arrivals-state.ts'
import { Upkeep, type Urgency } from './Upkeep.ts'
import { BACK, onReturn } from '~/lib/on-return'

/** A window that is shown again and was read longer ago is compared with the portal at once, ms. */
const FRESH_MS = 5_000
/** The longest time that a timer can wait is shorter than a message may live, ms. */
const LONGEST_TIMER_MS = 24 * 60 * 60_000

const optionsFor = (urgency: Urgency, signal: AbortSignal) =>
  ({ signal, attempts: 2, priority: urgency === 'now' ? 'prefetch' : 'background' }) as const

/**
 * Keeps a window true while it is shown: arrivals, edits, deletions, and messages whose time has come.
 * @param arrivals is told how that goes
 * @param onReread what is known of messages beyond their pages may be out of date too
 */
export function useUpkeep(start: WindowStart, history: History, arrivals: Cell<Arrivals>, onReread: () => void): void {
  const scope = useWindowScope(start)
  const { timeline } = useDialog()
  const latest = useRef(history)
  latest.current = history
  const upkeep = useRef<Upkeep | null>(null)
  const reread = useStableCallback(onReread)

  useEffect(() => {
    const screen = { seen: () => seenMessages(timeline.get()), steady: () => steadyMessages(timeline.get()) }
    const keeper = new Upkeep({
      endIsLoaded: () => latest.current.newer === null,
      flyPast: () => timeline.get()?.speed === 'fast',
      poll: (urgency, signal) => pollArrivals(scope, latest.current, screen, optionsFor(urgency, signal)),
      reread: async (urgency, signal) => {
        const answer = await rereadInSight(scope, latest.current, screen, optionsFor(urgency, signal))
        reread()
        return answer
      },
      onOutcome: (error) => {
        if (arrivals.get().error !== error) arrivals.set({ error, retry: () => keeper.askNow() })
      },
    })
    upkeep.current = keeper
    const { queryKey } = historyQuery(scope.client, scope.dialogId, scope.start)
    if (Date.now() - (scope.queryClient.getQueryState(queryKey)?.dataUpdatedAt ?? 0) > FRESH_MS) keeper.askNow()
    const look = () => (document.visibilityState === 'visible' ? keeper.comeBack() : keeper.hide())
    document.addEventListener('visibilitychange', look)
    // A portal that answers again is asked even where it had ended the access: it has just answered somebody.
    const stop = onReturn(({ type }) => (type === BACK && document.visibilityState === 'visible' ? keeper.askNow() : look()))
    if (document.visibilityState !== 'visible') keeper.hide()
    return () => {
      document.removeEventListener('visibilitychange', look)
      stop()
      keeper.stop()
      upkeep.current = null
    }
  }, [scope, timeline, arrivals, reread])

  const endIsLoaded = history.newer === null
  useEffect(() => {
    if (endIsLoaded) upkeep.current?.expectArrivals()
  }, [endIsLoaded])
  useDisappearing(scope, history)
}

/** The same object for the same window. */
function useWindowScope(start: WindowStart): WindowScope {
  const client = usePortal()
  const queryClient = useQueryClient()
  const { id: dialogId } = useDialog()
  // A start may be a new object for the same window.
  const shown = JSON.stringify(start)
  return useMemo(() => ({ queryClient, client, dialogId, start: JSON.parse(shown) as WindowStart }), [queryClient, client, dialogId, shown])
}

/** Lets go of messages when their time has come: one timer, for the next of them. */
function useDisappearing(scope: WindowScope, { messages }: History): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wait = () => {
      const now = Date.now()
      dropDisappeared(scope, performance.timeOrigin, now)
      const next = nextDisappearance(messages, now)
      if (next !== null) timer = setTimeout(wait, Math.min(LONGEST_TIMER_MS, next - now))
    }
    wait()
    return () => clearTimeout(timer)
  }, [scope, messages])
}
