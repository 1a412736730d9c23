import { Deferred } from '~/ui/deferred/Deferred'
import { useText } from '~/ui/i18n'
import { Placeholder } from '~/ui/Placeholder'
import { edgePart } from './list/Edge.tsx'
import styles from './Skeleton.module.css'

/** Grey shapes of messages; they appear only when waiting takes long enough to be noticed, and say so when it takes longer. */
export function Skeleton() {
  const t = useText()
  return (
    <div className={styles.skeleton} role="status" aria-label={t('timeline.loading')}>
      <Placeholder of="messages" />
      <div className={styles.note}>
        <Deferred part={edgePart}>{({ LoadingNote }) => <LoadingNote />}</Deferred>
      </div>
    </div>
  )
}
