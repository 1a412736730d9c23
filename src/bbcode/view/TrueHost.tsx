import { disguisedHost } from '../text/disguised-host.ts'
import styles from './SafeLink.module.css'

interface TrueHostProps {
  readonly label: string
  /** Absolute. */
  readonly href: string
}

/** The host that a link leads to, where its label names another. A warning, not part of the message: it is not copied with it. */
export function TrueHost({ label, href }: TrueHostProps) {
  const host = disguisedHost(label, href)
  return host !== null && <bdi className={styles.host} data-host={`(${host})`} />
}
