import { useState, type ReactNode } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { useText } from '~/ui/i18n'
import type { TagNode } from '../parse/message-tree.ts'
import styles from './Quote.module.css'

/** When the quoted message was sent, and the way to it. */
export const quotePlacePart = new DeferredModule(() => import('./QuotePlace.tsx'))

// Labels of buttons are drawn by CSS: they are not part of the message and must not be copied with it.

interface QuoteProps {
  readonly node: TagNode
  /** Cut until the reader asks for all of it. */
  readonly long: boolean
  readonly children: ReactNode
}

/** Quotes the reader has expanded, by node: rows mount and unmount, their trees are kept (`tree-cache.ts`). */
const opened = new WeakSet<TagNode>()

export function Quote({ node, long, children }: QuoteProps) {
  const t = useText()
  const [open, setOpen] = useState(() => opened.has(node))
  const { source } = node
  const toggle = () => {
    if (open) opened.delete(node)
    else opened.add(node)
    setOpen(!open)
  }
  return (
    <blockquote className={styles.quote} dir="auto">
      {source && (
        <div className={styles.source}>
          <bdi className={styles.name}>{source.name}</bdi>{' '}
          <Deferred part={quotePlacePart}>{({ QuotePlace }) => <QuotePlace source={source} />}</Deferred>
        </div>
      )}
      <div className={styles.body} data-clamped={(long && !open) || undefined}>
        {children}
      </div>
      {long && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          aria-label={t(open ? 'quote.collapse' : 'quote.expand')}
          data-label={t(open ? 'quote.collapse' : 'quote.expand')}
          onClick={toggle}
        />
      )}
    </blockquote>
  )
}
