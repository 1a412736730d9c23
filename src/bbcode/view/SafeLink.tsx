import type { ReactNode } from 'react'
import { useMarkup } from './MarkupContext.ts'
import { disguisedHost, safeUrl } from '../text/safe-url.ts'
import styles from './SafeLink.module.css'

interface SafeLinkProps {
  readonly address: string
  /** The visible text, for comparing it with where the link leads. */
  readonly label: string
  readonly children: ReactNode
}

export function SafeLink({ address, label, children }: SafeLinkProps) {
  const { portal } = useMarkup()
  const href = safeUrl(address, portal)
  if (href === null || label.trim() === '') return <>{children}</>
  const host = disguisedHost(label, href)
  return (
    <>
      <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {children}
      </a>
      {/* A warning, not part of the message: it is not copied with it. */}
      {host !== null && <bdi className={styles.host} data-host={`(${host})`} />}
    </>
  )
}
