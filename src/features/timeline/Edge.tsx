import { useQuery } from '@tanstack/react-query'
import type { DialogId } from '~/domain/ids'
import { chatCardQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useFormats, useText } from '~/ui/i18n'
import { FailureNotice } from '~/ui/Notice'
import styles from './Edge.module.css'
import { EDGE_END, EDGE_START } from './useMessageVirtualizer.ts'
import type { EdgeState } from './useHistoryWindow.ts'

interface EdgeStartProps {
  readonly state: EdgeState
  readonly empty: boolean
  readonly dialogId: DialogId
  readonly onRetry: () => void
}

/** The oldest end: the beginning of the chat, or what keeps us from it. Its height never changes. */
export function EdgeStart({ state, empty, dialogId, onRetry }: EdgeStartProps) {
  const t = useText()
  return (
    <div className={styles.start} style={{ height: EDGE_START }} data-edge={state === 'end' ? 'oldest' : undefined}>
      {state === 'end' && <Beginning dialogId={dialogId} empty={empty} />}
      {state === 'loading' && <Loading />}
      {state === 'failed' && <FailureNotice onRetry={onRetry}>{t('edge.olderFailed')}</FailureNotice>}
    </div>
  )
}

function Beginning({ dialogId, empty }: { readonly dialogId: DialogId; readonly empty: boolean }) {
  const t = useText()
  const formats = useFormats()
  const { data: card } = useQuery(chatCardQuery(usePortal(), dialogId))
  return (
    <div className={styles.beginning}>
      <strong>{empty ? t('edge.empty') : t('edge.beginning')}</strong>
      {card?.createdAt != null && <span>{t('edge.created', { date: formats.day(card.createdAt) })}</span>}
    </div>
  )
}

interface EdgeEndProps {
  /** `stale`: the end is loaded, and asking for what came since has failed. */
  readonly state: EdgeState | 'stale'
  readonly onRetry: () => void
}

/** The newest end. */
export function EdgeEnd({ state, onRetry }: EdgeEndProps) {
  const t = useText()
  return (
    <div className={styles.end} style={{ height: EDGE_END }} data-edge={state === 'end' || state === 'stale' ? 'newest' : undefined}>
      {state === 'loading' && <Loading />}
      {(state === 'failed' || state === 'stale') && (
        <FailureNotice onRetry={onRetry}>{t(state === 'stale' ? 'edge.arrivalsFailed' : 'edge.newerFailed')}</FailureNotice>
      )}
    </div>
  )
}

function Loading() {
  return (
    <div className={styles.loading} aria-hidden>
      <i />
      <i />
      <i />
    </div>
  )
}
