import type { Message } from '~/domain/message/message'
import { useTimes } from '~/ui/times'
import styles from './MessageRow.module.css'

interface TimeProps {
  readonly message: Pick<Message, 'id' | 'sentAt' | 'utcOffset'>
  /** Beside the text, while the row is pointed at. */
  readonly aside?: boolean
}

/** Shown short, and named in full: to keyboards and screen readers, and by a tooltip once it is pointed at. */
export function Time({ message: { id, sentAt, utcOffset }, aside = false }: TimeProps) {
  const times = useTimes()
  if (sentAt === null) return <time id={`w${id}`} />
  const full = times.full(sentAt, utcOffset)
  return (
    <time
      id={`w${id}`}
      className={aside ? `${styles.time} ${styles.aside}` : styles.time}
      dateTime={new Date(sentAt).toISOString()}
      aria-label={full}
      onPointerEnter={({ currentTarget }) => {
        currentTarget.title = currentTarget.ariaLabel ?? ''
      }}
    >
      {times.time(sentAt, utcOffset)}
    </time>
  )
}
