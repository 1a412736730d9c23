import type { History } from '~/domain/history/history'
import type { Cell } from '~/lib/Cell'
import { Announcer } from './Announcer.tsx'
import { StickyDay } from './StickyDay.tsx'
import { JumpToLatest } from './JumpToLatest.tsx'
import type { ListView } from '../scroll/list-view.ts'

interface FloatingProps {
  readonly view: Cell<ListView>
  readonly history: History
  readonly onLatest: () => void
}

/** What floats over the list: the current day, and the button to the latest message. */
export function Floating({ view, history, onLatest }: FloatingProps) {
  return (
    <>
      <StickyDay view={view} />
      <Announcer history={history} />
      <JumpToLatest view={view} history={history} onClick={onLatest} />
    </>
  )
}
