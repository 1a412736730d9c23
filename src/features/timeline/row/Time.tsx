import type { Message } from '~/domain/message/message'
import { useTimes } from '~/ui/times'
import styles from './MessageRow.module.css'

/** Shown short, and named in full: to keyboards and screen readers, and by a tooltip once it is pointed at. */
export function Time({ message: { id, sentAt, utcOffset } }: { readonly message: Pick<Message, 'id' | 'sentAt' | 'utcOffset'> }) {
  const times = useTimes()
  if (sentAt === null) return <time id={`w${id}`} />
  const full = times.full(sentAt, utcOffset)
  return (
    <time
      id={`w${id}`}
      className={styles.time}
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
