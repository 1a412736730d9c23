import { Copy, FolderDown, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { History } from '~/domain/history'
import type { MessageId } from '~/domain/ids'
import { filesOf } from '~/domain/message-files'
import { transcript, transcriptHead, type TranscriptEntry } from '~/domain/transcript'
import { Button, IconButton } from '~/ui/Button'
import { copyRich, richHtml } from '~/ui/copy-rich'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { useDialog } from '~/dialog/DialogContext'
import { useSaveFiles } from '~/dialog/saving/use-file-saving'
import { messageAt, messageIn, rowAt, type MountedMessage } from '~/dialog/mounted-messages'
import { selectedOf } from './selection.ts'
import styles from './SelectionBar.module.css'
import { useTranscriptEntry } from '~/dialog/useTranscriptEntry'

/** Messages that the browser's own selection touches, as made by dragging the mouse. */
function draggedOver(mounted: readonly MountedMessage[]): readonly MessageId[] {
  const marked = document.getSelection()
  if (!marked || marked.isCollapsed || marked.rangeCount === 0) return []
  const range = marked.getRangeAt(0)
  return mounted
    .filter(({ element }) => {
      const text = element.querySelector('[data-message-text]')
      return text !== null && range.intersectsNode(text)
    })
    .map(({ id }) => id)
}

/** Messages as they are copied: as text, and as HTML. */
function contentsOf(entries: readonly TranscriptEntry[]): { readonly plain: string; readonly html: string } {
  return { plain: transcript(entries), html: richHtml(entries.map((entry) => ({ head: transcriptHead(entry), text: entry.text }))) }
}

interface SelectionBarProps {
  readonly history: History
}

/**
 * Several messages: selected with Shift by clicks and arrows, or dragged over with the mouse, they are copied with their
 * times and authors.
 */
export function SelectionBar({ history }: SelectionBarProps) {
  const t = useText()
  const { timeline, selection } = useDialog()
  const saveFiles = useSaveFiles()
  const entryOf = useTranscriptEntry(history)
  const range = useCell(selection)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const selected = range ? selectedOf(history, range) : []
  const files = selected.flatMap((message) =>
    filesOf(message, history.files)
      .filter(({ uploaded }) => uploaded)
      .map((file) => ({ file, sentAt: message.sentAt })),
  )
  const latest = useRef({ history, entryOf })
  latest.current = { history, entryOf }

  useEffect(() => setCopied('no'), [range])

  useEffect(() => {
    const press = (event: MouseEvent) => {
      if (!event.shiftKey || event.button !== 0 || (event.target as Element).closest('a, button, input, video')) return
      const id = messageAt(event.target)?.id
      if (id === undefined) return
      // The browser would select text up to here.
      event.preventDefault()
      const anchor = selection.get()?.anchor ?? messageIn(rowAt(document.activeElement))?.id ?? id
      rowAt(event.target)?.focus({ preventScroll: true })
      selection.set({ anchor, head: id })
    }
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && selection.get()) {
        event.stopPropagation()
        selection.set(null)
      }
      const row = rowAt(event.target)
      if (!event.shiftKey || row !== event.target || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
      event.preventDefault()
      const from = messageIn(row)?.id
      // The list still moves the focus, as it does without Shift.
      row?.dispatchEvent(new KeyboardEvent('keydown', { key: event.key, bubbles: true, cancelable: true }))
      requestAnimationFrame(() => {
        const to = messageIn(rowAt(document.activeElement))?.id
        if (from !== undefined && to !== undefined) selection.set({ anchor: selection.get()?.anchor ?? from, head: to })
      })
    }
    const copy = (event: ClipboardEvent) => {
      const chosen = selection.get()
      const ids = chosen ? [] : draggedOver(timeline.get()?.mounted() ?? [])
      const messages = chosen
        ? selectedOf(latest.current.history, chosen)
        : ids.length > 1
          ? latest.current.history.messages.filter(({ id }) => ids.includes(id))
          : []
      // Within one message, the browser copies the selected text.
      if (messages.length === 0 || !event.clipboardData) return
      const { plain, html } = contentsOf(messages.map(latest.current.entryOf))
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
  }, [timeline, selection])

  if (!range) return null
  const marks = selected.map(({ id }) => `[data-message-id="${id}"]`).join()
  const copyAll = () => {
    const { plain, html } = contentsOf(selected.map(entryOf))
    void copyRich(plain, html).then((done) => setCopied(done ? 'yes' : 'failed'))
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={t('selection.label')}>
      {/* Rows mount and unmount; a style rule covers whichever are mounted. */}
      <style>{`${marks === '' ? 'x' : marks}{background:var(--color-accent-weak)}`}</style>
      <span className={styles.count} role="status">
        {copied === 'no' ? t('selection.count', { count: selected.length }) : t(copied === 'yes' ? 'copy.done' : 'copy.failed')}
      </span>
      <Button look="primary" onClick={copyAll}>
        <span className={styles.action}>
          <Copy size={16} strokeWidth={1.8} aria-hidden />
          <span className={styles.word}>{t('copy.do')}</span>
        </span>
      </Button>
      {files.length > 0 && (
        <IconButton label={t('saving.all', { count: files.length })} onClick={() => saveFiles(files)}>
          <FolderDown size={18} strokeWidth={1.8} aria-hidden />
        </IconButton>
      )}
      <IconButton label={t('selection.clear')} onClick={() => selection.set(null)}>
        <X size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
    </div>
  )
}
