import { useFormats } from '~/ui/formats'
import styles from './MessageRow.module.css'

/** Shown short, and named in full: by a tooltip, to keyboards and to screen readers. */
export function Time({ id, sentAt }: { readonly id: number; readonly sentAt: number | null }) {
  const formats = useFormats()
  if (sentAt === null) return <time id={`w${id}`} />
  const full = formats.full(sentAt)
  return (
    <time id={`w${id}`} className={styles.time} dateTime={new Date(sentAt).toISOString()} title={full} data-full={full} aria-label={full}>
      {formats.time(sentAt)}
    </time>
  )
}
