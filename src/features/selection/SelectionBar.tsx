import { Copy, FileText, FolderDown, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { History } from '~/domain/history/history'
import { selectedOf, type Selection } from '~/domain/history/selection'
import type { MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import { filesOf } from '~/domain/message/message-files'
import { transcript, transcriptHead, type TranscriptEntry } from '~/domain/message/transcript'
import { Button, IconButton } from '~/ui/Button'
import { copyRich, richHtml } from '~/ui/clipboard/copy-rich'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { useEvidence, type Copied } from '~/dialog/copying/use-evidence'
import { useDialog } from '~/dialog/state/DialogContext'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { useSaveFiles } from '~/dialog/saving/use-file-saving'
import type { MountedMessage } from '~/dialog/mounted-messages'
import styles from './SelectionBar.module.css'
import { useSelecting } from './useSelecting.ts'
import { useTranscriptEntry } from '~/dialog/copying/useTranscriptEntry'

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
function contentsOf(entries: readonly TranscriptEntry[]): Copied {
  return { plain: transcript(entries), html: richHtml(entries.map((entry) => ({ head: transcriptHead(entry), text: entry.text }))) }
}

/** What to copy: the selected messages, or those dragged over with the mouse. Within one message, the browser copies the selected text. */
function toCopy(history: History, chosen: Selection | null, mounted: readonly MountedMessage[]): readonly Message[] {
  if (chosen) return selectedOf(history, chosen)
  const ids = draggedOver(mounted)
  return ids.length > 1 ? history.messages.filter(({ id }) => ids.includes(id)) : []
}

/**
 * Several messages: selected by clicks, taps and arrows, or dragged over with the mouse, they are copied with their
 * times and authors.
 */
export function SelectionBar({ history }: { readonly history: History }) {
  const t = useText()
  const { timeline, selection } = useDialog()
  const saveFiles = useSaveFiles()
  const entryOf = useTranscriptEntry(history)
  const chosen = useCell(selection)
  const evidenceOf = useEvidence(history)
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const contents = (messages: readonly Message[]) => contentsOf(messages.map(entryOf))
  useEffect(() => setCopied('no'), [chosen])
  useSelecting(history)
  useClosesOnBack(chosen !== null, () => selection.set(null), { stays: true })

  const onCopy = useStableCallback((event: ClipboardEvent) => {
    // The reader is copying something else there.
    if (event.target instanceof Element && event.target.closest('input, textarea, dialog')) return
    const messages = toCopy(history, chosen, timeline.get()?.mounted() ?? [])
    if (messages.length === 0 || !event.clipboardData) return
    const { plain, html } = contents(messages)
    event.clipboardData.setData('text/plain', plain)
    event.clipboardData.setData('text/html', html)
    event.preventDefault()
    if (chosen) setCopied('yes')
  })
  useEffect(() => {
    // With no text selected, browsers dispatch the event on the body, whatever has the focus.
    document.addEventListener('copy', onCopy)
    return () => document.removeEventListener('copy', onCopy)
  }, [onCopy])

  if (!chosen) return null
  const selected = selectedOf(history, chosen)
  // All of them have been deleted, or are in pages that were dropped.
  if (selected.length === 0) return null
  const files = selected.flatMap((message) =>
    filesOf(message, history.files)
      .filter(({ uploaded }) => uploaded)
      .map((file) => ({ file, sentAt: message.sentAt })),
  )
  const copy = ({ plain, html }: Copied) => void copyRich(plain, html).then((done) => setCopied(done ? 'yes' : 'failed'))
  return (
    <div
      className={styles.bar}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('selection.label')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        selection.set(null)
      }}
    >
      <SelectionMarks ids={selected.map(({ id }) => id)} />
      <span className={styles.count} role="status">
        {copied === 'no' ? t('selection.count', { count: selected.length }) : t(copied === 'yes' ? 'copy.done' : 'copy.failed')}
      </span>
      <Button look="primary" onClick={() => copy(contents(selected))}>
        <span className={styles.action}>
          <Copy size={16} strokeWidth={1.8} aria-hidden />
          <span className={styles.word}>{t('copy.do')}</span>
        </span>
      </Button>
      <IconButton label={t('selection.evidence')} onClick={() => copy(evidenceOf(selected))}>
        <FileText size={18} strokeWidth={1.8} aria-hidden />
      </IconButton>
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

/**
 * Highlights the selected messages with a style rule, not with an attribute of each row: rows that mount later would have
 * to be told, and every step of the selection would render rows again.
 */
function SelectionMarks({ ids }: { readonly ids: readonly MessageId[] }) {
  if (ids.length === 0) return null
  const rows = `:is(${ids.map((id) => `[data-message-id="${id}"]`).join()})`
  return (
    <style>{`[data-testid="message-list"]{cursor:pointer}${rows}{background:var(--color-accent-weak);box-shadow:inset 3px 0 0 var(--color-accent)}@media(forced-colors:active){${rows}{outline:2px solid Highlight}}`}</style>
  )
}
