import { Copy, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { History } from '~/domain/history'
import { parseMessageId, type MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message'
import { transcript, transcriptTime } from '~/domain/transcript'
import { Button, IconButton } from '~/ui/Button'
import { copyRich, richHtml } from '~/ui/copy-rich'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { selectedOf, selection } from './selection.ts'
import styles from './SelectionBar.module.css'
import { useEntry } from './useEntry.ts'

const rowOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row-key]') : null

const idIn = (row: Element | null): MessageId | null => {
  const message = row?.querySelector<HTMLElement>('[data-message-id]')
  return message ? parseMessageId(message.dataset['messageId']) : null
}

/** The message at a place of the page. */
const messageAt = (target: EventTarget | null): MessageId | null => {
  const message = target instanceof Element ? target.closest<HTMLElement>('[data-message-id]') : null
  return message ? parseMessageId(message.dataset['messageId']) : idIn(rowOf(target))
}

/** Messages that the browser's own selection touches: what was dragged over with the mouse. */
function draggedOver(): readonly MessageId[] {
  const marked = document.getSelection()
  if (!marked || marked.isCollapsed || marked.rangeCount === 0) return []
  const range = marked.getRangeAt(0)
  return [...document.querySelectorAll<HTMLElement>('[data-testid="message-list"] [data-message-id]')]
    .filter((message) => {
      const text = message.querySelector('[data-message-text]')
      return text !== null && range.intersectsNode(text)
    })
    .flatMap((message) => parseMessageId(message.dataset['messageId']) ?? [])
}

/**
 * Several messages: chosen with Shift by clicks and arrows, or dragged over with the mouse, they are copied with their
 * times and authors.
 */
export function SelectionBar({ history }: { readonly history: History }) {
  const t = useText()
  const entryOf = useEntry(history)
  const range = useCell(selection)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const selected = range ? selectedOf(history, range) : []
  const latest = useRef({ history, entryOf })
  latest.current = { history, entryOf }

  useEffect(() => () => selection.set(null), [])
  useEffect(() => setCopied('no'), [range])

  useEffect(() => {
    const contents = (messages: readonly Message[]) => {
      const entries = messages.map(latest.current.entryOf)
      return {
        plain: transcript(entries),
        html: richHtml(entries.map(({ sentAt, name, text }) => ({ head: `[${transcriptTime(sentAt)}] ${name}:`, text }))),
      }
    }
    const press = (event: MouseEvent) => {
      if (!event.shiftKey || event.button !== 0 || (event.target as Element).closest('a, button, input, video')) return
      const id = messageAt(event.target)
      if (id === null) return
      // The browser would select text up to here.
      event.preventDefault()
      const anchor = selection.get()?.anchor ?? idIn(rowOf(document.activeElement)) ?? id
      rowOf(event.target)?.focus({ preventScroll: true })
      selection.set({ anchor, head: id })
    }
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && selection.get()) {
        event.stopPropagation()
        selection.set(null)
      }
      const row = rowOf(event.target)
      if (!event.shiftKey || row !== event.target || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
      event.preventDefault()
      const from = idIn(row)
      // The list goes to the neighbour as it does without Shift.
      row?.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true }))
      requestAnimationFrame(() => {
        const to = idIn(rowOf(document.activeElement))
        if (from !== null && to !== null) selection.set({ anchor: selection.get()?.anchor ?? from, head: to })
      })
    }
    const copy = (event: ClipboardEvent) => {
      const chosen = selection.get()
      const ids = chosen ? [] : draggedOver()
      const messages = chosen
        ? selectedOf(latest.current.history, chosen)
        : ids.length > 1
          ? latest.current.history.messages.filter(({ id }) => ids.includes(id))
          : []
      // Of one message the browser copies what is marked of it.
      if (messages.length === 0 || !event.clipboardData) return
      const { plain, html } = contents(messages)
      event.clipboardData.setData('text/plain', plain)
      event.clipboardData.setData('text/html', html)
      event.preventDefault()
      if (chosen) setCopied('yes')
    }
    document.addEventListener('mousedown', press)
    document.addEventListener('keydown', key, { capture: true })
    document.addEventListener('copy', copy)
    return () => {
      document.removeEventListener('mousedown', press)
      document.removeEventListener('keydown', key, { capture: true })
      document.removeEventListener('copy', copy)
    }
  }, [])

  if (!range) return null
  const marks = selected.map(({ id }) => `[data-message-id="${id}"]`).join()
  const copyAll = () => {
    const entries = selected.map(entryOf)
    const html = richHtml(entries.map(({ sentAt, name, text }) => ({ head: `[${transcriptTime(sentAt)}] ${name}:`, text })))
    void copyRich(transcript(entries), html).then((done) => setCopied(done ? 'yes' : 'failed'))
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('selection.label')}>
      {/* Rows come and go; a rule holds for whichever of them are there. */}
      <style>{`${marks === '' ? 'x' : marks}{background:var(--color-accent-weak)}`}</style>
      <span className={styles.count} role="status">
        {copied === 'no' ? t('selection.count', { count: selected.length }) : t(copied === 'yes' ? 'copy.done' : 'copy.failed')}
      </span>
      <Button look="primary" onClick={copyAll}>
        <span className={styles.action}>
          <Copy size={16} strokeWidth={1.8} aria-hidden />
          {t('copy.do')}
        </span>
      </Button>
      <IconButton label={t('selection.clear')} onClick={() => selection.set(null)}>
        <X size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
    </div>
  )
}
