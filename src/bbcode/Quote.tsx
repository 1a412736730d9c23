import { useState, type ReactNode } from 'react'
import { useText } from '~/ui/i18n'
import type { QuoteSource } from './blocks.ts'
import { contextPlace } from './labels.ts'
import { useMessageText } from './MessageTextContext.ts'
import styles from './Quote.module.css'

// The words of what can be pressed are drawn by the styles: they are no part of the message, and not copied with it.

interface QuoteProps {
  readonly source: QuoteSource | null
  readonly length: number
  readonly lines: number
  readonly children: ReactNode
}

const LONG_LINES = 4
const LONG_LENGTH = LONG_LINES * 80

export function Quote({ source, length, lines, children }: QuoteProps) {
  const { dialogId, ownId, hrefOf } = useMessageText()
  const t = useText()
  const long = lines > LONG_LINES || length > LONG_LENGTH
  const [open, setOpen] = useState(false)
  const place = source ? contextPlace(source.context, ownId) : null
  // A quote from another chat leads nowhere in the messenger either (`bbcode.md` §4).
  const messageId = place?.dialogId === dialogId ? place.messageId : null
  return (
    <blockquote className={styles.quote} dir="auto">
      {source && (
        <div className={styles.source}>
          <bdi className={styles.name}>{source.name}</bdi> <bdi className={styles.time}>{source.time}</bdi>
          {messageId && (
            <a className={styles.go} href={hrefOf({ messageId })} data-internal aria-label={t('quote.show')} data-label={t('quote.show')} />
          )}
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
          onClick={() => setOpen(!open)}
        />
      )}
    </blockquote>
  )
}
