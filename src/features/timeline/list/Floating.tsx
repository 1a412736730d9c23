import type { History } from '~/domain/history/history'
import type { Cell } from '~/lib/Cell'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import { Announcer } from './Announcer.tsx'
import styles from './Floating.module.css'
import { StickyDay } from './StickyDay.tsx'
import { JumpToLatest } from './JumpToLatest.tsx'
import type { ListView } from '../scroll/list-view.ts'

interface FloatingProps {
  readonly view: Cell<ListView>
  readonly history: History
  /** The requested message does not exist. */
  readonly gone: boolean
  readonly onLatest: () => void
}

/** What floats over the list: the notice of a missing message, the current day, and the button to the latest message. */
export function Floating({ view, history, gone, onLatest }: FloatingProps) {
  const t = useText()
  return (
    <>
      {gone && (
        <div className={styles.gone}>
          <Notice kind="info">{t('timeline.gone')}</Notice>
        </div>
      )}
      <StickyDay view={view} />
      <Announcer history={history} />
      <JumpToLatest view={view} history={history} onClick={onLatest} />
    </>
  )
}
