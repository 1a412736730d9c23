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
