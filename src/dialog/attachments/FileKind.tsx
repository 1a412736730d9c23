import styles from './FileKind.module.css'

/** What kind of file it is, by its extension: the same letters and colour wherever it is listed. */
export function FileKind({ extension }: { readonly extension: string }) {
  return (
    <span className={styles.kind} data-kind={extension} aria-hidden>
      {extension.slice(0, 4).toUpperCase() || '?'}
    </span>
  )
}
