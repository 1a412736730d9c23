import type { TimelineRow } from '~/domain/history/timeline-rows'
import type { Message } from '~/domain/message/message'
import { useText } from '~/ui/i18n'
import styles from './MessageRow.module.css'
import { Time } from './Time.tsx'

/** Shown in place of a record that could not be read. */
export function UnknownRow({ message }: { readonly message: Message }) {
  const t = useText()
  const { id } = message
  return (
    <p className={styles.system}>
      <span id={`a${id}`} className="visually-hidden" data-message-author />
      <span id={`t${id}`} data-message-text>
        {t('row.unknown', { id: String(id) })}
      </span>{' '}
      <Time message={message} />
    </p>
  )
}

/** What is missing just before a message: records without a readable id, and so without a place, and one that was asked for. */
export function MissingBefore({ row: { lostBefore, followsMissing } }: { readonly row: TimelineRow }) {
  const t = useText()
  return (
    <>
      {lostBefore > 0 && <p className={styles.notice}>{t('row.lost', { count: lostBefore })}</p>}
      {followsMissing && (
        <p className={styles.notice} role="status">
          {t('timeline.gone')}
        </p>
      )}
    </>
  )
}
