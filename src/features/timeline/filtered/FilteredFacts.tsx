import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useLayoutEffect } from 'react'
import type { History } from '~/domain/history/history'
import { keepLookingUpPeople } from '~/queries/look-up-people'
import { usePortal } from '~/queries/portal-context'
import { rowHolding } from '../scroll/held-row.ts'
import type { TimelineScroller } from '../scroll/TimelineScroller.ts'

interface FilteredFactsProps {
  readonly scroller: TimelineScroller
  readonly history: History
}

/** Renders nothing: what comes later to messages that were found. Most of it the search has brought; they are no part of a window that could be read again. */
export function FilteredFacts({ scroller, history }: FilteredFactsProps) {
  useLayoutEffect(() => {
    scroller.holding = rowHolding
  }, [scroller])
  const client = usePortal()
  const queryClient = useQueryClient()
  useEffect(() => keepLookingUpPeople(queryClient, client, history), [history, queryClient, client])
  return null
}
