import { ErrorNotice } from '~/dialog/ErrorNotice'
import { useDialog } from '~/dialog/state/DialogContext'
import type { HistoryWindow } from '~/dialog/useHistoryWindow'
import { useText } from '~/ui/i18n'
import { useCalm } from '~/ui/use-calm'
import { useCellInTurn } from '~/ui/use-cell'
import type { Arrivals } from './arrivals-state.ts'
import { Beginning } from './Beginning.tsx'
import styles from './EdgeNote.module.css'
import { LoadingNote } from './LoadingNote.tsx'

export interface OldestProps {
  readonly loaded: HistoryWindow
  /** Whether there are no messages at all. */
  readonly empty: boolean
}

export interface NewestProps {
  readonly loaded: HistoryWindow
  readonly arrivals: Arrivals
}

export type EdgeNoteProps = ({ readonly side: 'older' } & OldestProps) | ({ readonly side: 'newer' } & NewestProps)

/** What there is to say at an end of what is loaded: that it is the beginning, that more is coming, or why there is no more and what is missing. */
export function EdgeNote(props: EdgeNoteProps) {
  const t = useText()
  const { side, loaded } = props
  const isLoading = useCellInTurn(loaded.loading) === side
  if (isLoading) return <Loading />
  if (loaded[side] === 'failed')
    return <ErrorNotice error={loaded.error} missing={t(`edge.missing.${side}`)} onRetry={() => loaded.retry(side)} />
  if (loaded[side] !== 'end') return null
  if (props.side === 'older') return <Beginning empty={props.empty} />
  const { error, retry } = props.arrivals
  return error && <ErrorNotice error={error} missing={t('edge.missing.arrivals')} onRetry={retry} />
}

function Loading() {
  // Each page that is read ahead would bring it, and it moves.
  if (!useCalm(useDialog().timeline)) return null
  return (
    <div className={styles.loading} data-loading>
      <span className={styles.dots} aria-hidden>
        <i />
        <i />
        <i />
      </span>
      <LoadingNote />
    </div>
  )
}
