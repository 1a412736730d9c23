import type { ReactNode } from 'react'
import type { History } from '~/domain/history/history'
import type { Cell } from '~/lib/Cell'
import { Announcer } from './Announcer.tsx'
import { StickyDay } from './StickyDay.tsx'
import { JumpToLatest } from './JumpToLatest.tsx'
import type { ListView } from '../scroll/list-view.ts'
import styles from './FloatingButton.module.css'

interface FloatingProps {
  readonly view: Cell<ListView>
  readonly history: History
  readonly onLatest: () => void
  /** Other buttons, above that to the latest message. */
  readonly children: ReactNode
}

/** What floats over the list: the current day, and the buttons to other places of it. */
export function Floating({ view, history, onLatest, children }: FloatingProps) {
  return (
    <>
      <StickyDay view={view} />
      <Announcer history={history} />
      <div className={styles.stack}>
        {children}
        <JumpToLatest view={view} history={history} onClick={onLatest} />
      </div>
    </>
  )
}
