import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import type { Cell } from '~/lib/Cell'
import { keepLookingUpPeople } from '~/queries/look-up-people'
import { usePortal } from '~/queries/portal-context'
import { useClock } from '~/ui/clock'
import type { Arrivals } from './list/arrivals-state.ts'
import { rowHolding } from './scroll/held-row.ts'
import type { Place } from '~/domain/history/place'
import type { TimelineScroller } from './scroll/TimelineScroller.ts'
import { useFocusOnArrival } from './useFocusOnArrival.ts'
import { useUpkeep } from './upkeep/useUpkeep.ts'
import { useEnrichment } from './useEnrichment.ts'

export interface LaterFactsProps {
  readonly scroller: TimelineScroller
  readonly start: WindowStart
  readonly place: Place
  readonly history: History
  /** Is told how the polling for new messages goes. */
  readonly arrivals: Cell<Arrivals>
}

/**
 * Renders nothing: learns by which clock the portal writes, loads what pages of messages lack, which is reactions, origins, replies and people who wrote none of them,
 * and keeps them true while they are read.
 */
export function LaterFacts({ scroller, start, place, history, arrivals }: LaterFactsProps) {
  useLayoutEffect(() => {
    scroller.holding = rowHolding
  }, [scroller])
  const client = usePortal()
  const queryClient = useQueryClient()
  const lookAgain = useEnrichment(useDialog().id, history)
  useUpkeep(start, history, arrivals, lookAgain)
  useEffect(() => keepLookingUpPeople(queryClient, client, history), [history, queryClient, client])
  useFocusOnArrival(place, history)
  const clock = useClock()
  useEffect(() => clock.learn(history.messages.at(-1)?.utcOffset ?? null), [clock, history])
  return null
}
