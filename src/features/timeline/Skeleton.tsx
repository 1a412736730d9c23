import styles from './Skeleton.module.css'

const lines = [62, 88, 40, 74, 55, 91, 36, 68]

/** Grey shapes of messages; they appear only when waiting takes long enough to be noticed. */
export function Skeleton({ label }: { readonly label: string }) {
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {lines.map((width, index) => (
        <div key={index} className={styles.row} aria-hidden>
          <i className={styles.avatar} />
          <i className={styles.line} style={{ width: '30%' }} />
          <i className={styles.line} style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  )
}
