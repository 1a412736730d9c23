import type { ReactNode } from 'react'
import { InternalLink } from '~/navigation/InternalLink'
import { contextPlace } from '../text/context-place.ts'
import styles from './Mention.module.css'
import { useMarkup } from './MarkupContext.ts'

interface ContextLinkProps {
  /** `chatN/M` or `U1:U2/M`. */
  readonly context: string
  readonly children: ReactNode
}

/** Links to a message that can be read; plain text otherwise. */
export function ContextLink({ context, children }: ContextLinkProps) {
  const { ownId } = useMarkup()
  const place = contextPlace(context, ownId)
  if (!place) return children
  return (
    <InternalLink className={styles.mention} to={place}>
      <bdi>{children}</bdi>
    </InternalLink>
  )
}
