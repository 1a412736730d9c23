import { useText } from '~/ui/i18n'
import styles from './MessageRow.module.css'
import { Time } from './Time.tsx'

interface UnknownRowProps {
  readonly id: number
  /** Epoch ms. */
  readonly sentAt: number | null
}

/** Shown in place of a record that could not be read. */
export function UnknownRow({ id, sentAt }: UnknownRowProps) {
  const t = useText()
  return (
    <p className={styles.system}>
      <span id={`a${id}`} className="visually-hidden" data-message-author />
      <span id={`t${id}`} data-message-text>
        {t('row.unknown', { id: String(id) })}
      </span>{' '}
      <Time id={id} sentAt={sentAt} />
    </p>
  )
}

/** Records without a readable id, and so without a place; they came just before a message. */
export function LostBefore({ count }: { readonly count: number }) {
  return <p className={styles.notice}>{useText()('row.lost', { count })}</p>
}
