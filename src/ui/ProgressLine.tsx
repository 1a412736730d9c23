import styles from './ProgressLine.module.css'

/** How far something has come: a line at the foot of what is positioned around it; words say it to screen readers. @param share 0 to 1 */
export const ProgressLine = ({ share }: { readonly share: number }) => (
  <span className={styles.line} style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
)
