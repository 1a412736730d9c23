import { ChevronDown, ChevronUp, X } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useDialog } from '~/dialog/state/DialogContext'
import { canPaint, type HitPlace } from '~/dialog/found-words/WordPainter'
import { useAskedSearch, useSearchOpen } from '~/dialog/state/search-open'
import { useTimelineMarks } from '~/dialog/state/timeline-marks'
import type { History } from '~/domain/history/history'
import { formatCondition } from '~/domain/search/parse-query'
import { Button, IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import styles from './FindBar.module.css'
import type { FindState } from './FindState.ts'
import { numberOf, type FoundHits } from './found-hits.ts'
import { useHits } from './use-hits.ts'
import { useWalk } from './use-walk.ts'

interface FindBarProps {
  readonly state: FindState
  readonly field: RefObject<HTMLInputElement | null>
  readonly history: History | undefined
  readonly entry: string
  readonly onClose: () => void
}

/** Finds words in what was read of the chat: over the messages, which stay as they are. */
export function FindBar({ state, field, history, entry, onClose }: FindBarProps) {
  const t = useText()
  const bar = useRef<HTMLDivElement>(null)
  const typed = useCell(state.typed)
  const { hits, read } = useHits(state)
  const { current, step } = useWalk(hits, bar, history, entry)
  const number = numberOf(hits, current)
  useFocus(bar, field, current)
  useMarks(hits)
  const searchAll = useSearchAll(typed, onClose)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const back = event.shiftKey ? -1 : 1
    if (event.key === 'Escape') onClose()
    else if (event.key === 'F3' || (event.code === 'KeyG' && (event.ctrlKey || event.metaKey))) step(back)
    else if (event.key === 'Enter' && event.target === field.current) step(back)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={bar} className={styles.bar} data-find-count={`${number}/${hits.total}`} onKeyDown={onKeyDown}>
      <div className={styles.line}>
        <input
          ref={field}
          className={styles.field}
          type="text"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          aria-label={t('find.label')}
          placeholder={t('find.label')}
          value={typed}
          onChange={({ target }) => state.typed.set(target.value)}
        />
        <span className={styles.count} aria-hidden>
          {hits.phrase !== '' && (hits.total === 0 ? t('find.none') : t('find.place', { at: number, total: hits.total }))}
        </span>
        <IconButton label={t('find.previous')} disabled={hits.total === 0} onClick={() => step(-1)}>
          <ChevronUp size={18} strokeWidth={1.8} aria-hidden />
        </IconButton>
        <IconButton label={t('find.next')} disabled={hits.total === 0} onClick={() => step(1)}>
          <ChevronDown size={18} strokeWidth={1.8} aria-hidden />
        </IconButton>
        <IconButton label={t('find.close')} onClick={onClose}>
          <X size={18} strokeWidth={1.8} aria-hidden />
        </IconButton>
      </div>
      <p className={styles.covered}>
        {t('find.read', { count: read })}{' '}
        <Button look="link" onClick={searchAll}>
          {t('find.searchAll')}
        </Button>
      </p>
      <Said hits={hits} current={current} />
      {current && !canPaint() && <OutlinedMessage at={current} />}
    </div>
  )
}

/** Tells screen readers where one is: when another hit has been come to, and not whenever more has been read. */
function Said({ hits, current }: { readonly hits: FoundHits; readonly current: HitPlace | null }) {
  const t = useText()
  const [said, setSaid] = useState('')
  const say = useStableCallback(() => {
    if (hits.phrase === '') setSaid('')
    else setSaid(hits.total === 0 ? t('find.none') : t('find.said', { at: numberOf(hits, current), total: hits.total }))
  })
  const { phrase } = hits
  const isFound = hits.total > 0
  useEffect(say, [say, phrase, isFound, current])
  return (
    <span className="visually-hidden" role="status">
      {said}
    </span>
  )
}

/** In a browser that cannot paint words. A rule, not an attribute of a row: those come and go. */
const OutlinedMessage = ({ at: { id } }: { readonly at: HitPlace }) => (
  <style>{`[data-message-id="${id}"]{outline:2px solid var(--color-accent);outline-offset:-2px}`}</style>
)

/** The field has the focus at once; when the bar closes it goes back to where it was, or to the message that was found. */
function useFocus(bar: RefObject<HTMLElement | null>, field: RefObject<HTMLInputElement | null>, current: HitPlace | null): void {
  const { timeline } = useDialog()
  const giveBack = useStableCallback((opener: Element | null) => {
    if (!bar.current?.contains(document.activeElement)) return
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    else if (current) timeline.get()?.reveal(current.id, { focus: 'alone' })
    else timeline.get()?.element.focus({ preventScroll: true })
  })
  useLayoutEffect(() => {
    const opener = document.activeElement
    field.current?.focus({ preventScroll: true })
    field.current?.select()
    return () => giveBack(opener)
  }, [field, giveBack])
}

/** Marks the messages with hits on the rail. */
function useMarks({ messages }: FoundHits): void {
  const { found } = useTimelineMarks().of
  useEffect(() => found.set(messages.flatMap(({ sentAt }) => sentAt ?? [])), [found, messages])
  useEffect(() => () => found.set([]), [found])
}

/** Hands what was typed to the search, which asks the portal for what was never read. */
function useSearchAll(typed: string, onClose: () => void): () => void {
  const asked = useAskedSearch()
  const searchOpen = useSearchOpen()
  return () => {
    // The focus is where it was before the search takes it, and will get it back.
    flushSync(onClose)
    const text = typed.trim()
    if (text !== '') asked.set(formatCondition({ kind: 'text', text, not: false }))
    searchOpen.set(true)
  }
}
