import { ChevronDown, ChevronUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message/message'
import { useText } from '~/ui/i18n'
import rowStyles from './MessageRow.module.css'
import { RowBoundary } from './RowBoundary.tsx'
import { SystemRow } from './SystemRow.tsx'
import styles from './SystemRun.module.css'

interface SystemRunProps {
  /** Three or more, ascending. */
  readonly messages: readonly TextMessage[]
  readonly files: History['files']
  readonly highlighted: MessageId | null
}

/** Runs that the reader has opened, by their first message; kept, because rows mount and unmount. */
const opened = new Set<MessageId>()

/** Consecutive events, folded into a line. The browser's own search finds folded text and opens it. */
export function SystemRun({ messages, files, highlighted }: SystemRunProps) {
  const t = useText()
  const first = messages[0]?.id ?? (0 as MessageId)
  const [open, setOpen] = useState(() => opened.has(first))
  const inside = useRef<HTMLDivElement>(null)
  const shown = open || highlighted !== null
  const toggle = (to: boolean) => {
    if (to) opened.add(first)
    else opened.delete(first)
    setOpen(to)
  }

  useEffect(() => {
    const element = inside.current
    if (!element) return
    // React treats `hidden` as a boolean.
    if (shown) element.removeAttribute('hidden')
    else element.setAttribute('hidden', 'until-found')
    const found = () => toggle(true)
    element.addEventListener('beforematch', found)
    return () => element.removeEventListener('beforematch', found)
  })
  // The target of a jump stays open after its highlight ends.
  useEffect(() => {
    if (highlighted !== null) toggle(true)
  })

  return (
    <>
      <div className={styles.head}>
        <button type="button" className={styles.button} aria-expanded={shown} onClick={() => toggle(!open)}>
          {t(shown ? 'events.hide' : 'events.show', { count: messages.length })}
          {shown ? <ChevronUp size={14} strokeWidth={1.8} aria-hidden /> : <ChevronDown size={14} strokeWidth={1.8} aria-hidden />}
        </button>
      </div>
      <div ref={inside} hidden={!shown}>
        {messages.map((message) => (
          <div
            key={message.id}
            className={rowStyles.row}
            data-message-id={message.id}
            data-kind="system"
            data-highlighted={highlighted === message.id || undefined}
          >
            <RowBoundary key={message.text} text={message.text}>
              <SystemRow message={message} files={files} />
            </RowBoundary>
          </div>
        ))}
      </div>
    </>
  )
}
