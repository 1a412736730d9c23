import styles from './ProgressLine.module.css'

/** How far something has come: a line at the bottom of its positioned container; screen readers get it from the text beside it. @param share 0 to 1 */
export const ProgressLine = ({ share }: { readonly share: number }) => (
  <span className={styles.line} style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
)
