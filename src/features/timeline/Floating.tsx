import type { History } from '~/domain/history'
import { StickyDay } from './StickyDay.tsx'
import { ToNewest } from './ToNewest.tsx'
import type { ViewStore } from './view-store.ts'

interface FloatingProps {
  readonly view: ViewStore
  readonly history: History
  readonly onNewest: () => void
}

/** What floats over the list: the day on top, and the way to the newest message. */
export function Floating({ view, history, onNewest }: FloatingProps) {
  return (
    <>
      <StickyDay view={view} />
      <ToNewest view={view} history={history} onClick={onNewest} />
    </>
  )
}
