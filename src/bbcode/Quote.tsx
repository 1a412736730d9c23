import { useState, type ReactNode } from 'react'
import { parseMessageId, type DialogId, type MessageId, type UserId } from '~/domain/ids'
import { useText } from '~/ui/i18n'
import type { QuoteSource } from './blocks.ts'
import { useMessageText } from './MessageTextContext.ts'
import styles from './Quote.module.css'

interface QuoteProps {
  readonly source: QuoteSource | null
  readonly length: number
  readonly lines: number
  readonly children: ReactNode
}

const LONG_LINES = 4
const LONG_LENGTH = LONG_LINES * 80

/** The quoted message, when it is of the dialog that is open; `bbcode.md` §4. */
function quotedMessage(context: string, dialogId: DialogId, ownId: UserId | null): MessageId | null {
  const [place = '', message] = context.split('/')
  const pair = /^(\d+):(\d+)$/.exec(place)
  const other = pair ? (Number(pair[1]) === ownId ? pair[2] : Number(pair[2]) === ownId ? pair[1] : null) : place
  return other === dialogId ? parseMessageId(message) : null
}

export function Quote({ source, length, lines, children }: QuoteProps) {
  const { dialogId, ownId, hrefOf } = useMessageText()
  const t = useText()
  const long = lines > LONG_LINES || length > LONG_LENGTH
  const [open, setOpen] = useState(false)
  const messageId = source ? quotedMessage(source.context, dialogId, ownId) : null
  return (
    <blockquote className={styles.quote} dir="auto">
      {source && (
        <div className={styles.source}>
          <bdi className={styles.name}>{source.name}</bdi> <bdi className={styles.time}>{source.time}</bdi>
          {messageId && (
            <a className={styles.go} href={hrefOf({ messageId })} data-internal>
              {t('quote.show')}
            </a>
          )}
        </div>
      )}
      <div className={styles.body} data-clamped={(long && !open) || undefined}>
        {children}
      </div>
      {long && (
        <button type="button" className={styles.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('quote.collapse') : t('quote.expand')}
        </button>
      )}
    </blockquote>
  )
}
