import type { ReactNode } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { useMarkup } from './MarkupContext.ts'
import { safeUrl } from '../text/safe-url.ts'
import styles from './SafeLink.module.css'

export const trueHostPart = new DeferredModule(() => import('./TrueHost.tsx'))

/** Words alone: they name no host. */
const WORDS = /^[\p{L}\p{N}\s-]*$/u
/** What an address has that may read as another one. */
const ODD = /@|xn--/

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
  return (
    <>
      <a className={styles.link} href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
        {children}
      </a>
      {(ODD.test(href) || !(label === address || WORDS.test(label))) && (
        <Deferred part={trueHostPart}>{({ TrueHost }) => <TrueHost label={label} href={href} />}</Deferred>
      )}
    </>
  )
}
