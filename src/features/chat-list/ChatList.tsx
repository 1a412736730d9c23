import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useDeferredValue, useEffect, useRef, useState, type ReactNode } from 'react'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import { PastedLink } from '~/dialog/pasted/PastedLink'
import { usePastedPlace } from '~/dialog/pasted/use-pasted-place'
import type { ChatSummary } from '~/domain/chat'
import type { DialogId } from '~/domain/ids'
import { chatSearchQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { Button, IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { foldName } from '~/lib/text/fold-name'
import { Placeholder } from '~/ui/Placeholder'
import { ChatLink } from './ChatLink.tsx'
import styles from './ChatList.module.css'
import { ChatSearch } from './ChatSearch.tsx'
import { SteadyList } from './SteadyList.tsx'
import { useFollowedChats } from './useFollowedChats.ts'
import { useListKeys } from './useListKeys.ts'

/** So many are drawn at first, about a window of them: the messages are being read when they come, and all at once take several frames. */
const FIRST_CHATS = 16

interface ChatListProps {
  readonly current: DialogId | null
  /** Whether the reader has opened it over the messages: it takes the focus. */
  readonly opened?: boolean
  /** Null where the list cannot be closed. */
  readonly onClose: (() => void) | null
  /** Stands before everything else in it. */
  readonly lead?: ReactNode
  /** Shown above the list: chats that belong together. */
  readonly above?: ReactNode
  /** Shown below the list. */
  readonly footer?: ReactNode
}

/** Recent chats and the search for others. */
export function ChatList({ current, opened = false, onClose, lead, above, footer }: ChatListProps) {
  const t = useText()
  const [find, setFind] = useState('')
  const wanted = useDeferredValue(find.trim())
  const list = useRef<HTMLElement>(null)
  const { recent, stale, lookAgain } = useFollowedChats(list)
  useEffect(() => {
    if (opened) list.current?.querySelector('input')?.focus()
  }, [opened])
  const { chats: all, search, searching, leadsTo, foreign } = useMatching(recent.data, wanted)
  const isFirst = !useDeferredValue(recent.data !== undefined, false)
  const chats = isFirst ? all.slice(0, FIRST_CHATS) : all
  const { reached, props: keys, onFieldKeyDown } = useListKeys(list)
  const reachable = [reached, current, chats[0]?.dialogId].find((id) => chats.some(({ dialogId }) => dialogId === id))
  const failed = recent.error && !recent.data ? recent : search.error ? search : null

  return (
    <nav
      ref={list}
      className={styles.chats}
      aria-label={t('chats.label')}
      // What opens from here may be elsewhere on the page, and closes by itself.
      onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.contains(event.target as Node) && onClose?.()}
    >
      {lead}
      <div className={styles.head}>
        <h2>{t('chats.label')}</h2>
        {onClose && (
          <IconButton label={t('chats.close')} onClick={onClose}>
            <X size={18} strokeWidth={1.8} aria-hidden />
          </IconButton>
        )}
      </div>
      <ChatSearch value={find} onChange={setFind} onKeyDown={onFieldKeyDown} />
      {above}
      <SteadyList className={styles.scroll}>
        {failed && <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />}
        <ul {...keys}>
          {leadsTo && (
            <li data-entry="pasted">
              <PastedLink place={leadsTo} onClick={() => setFind('')} />
            </li>
          )}
          {chats.map((chat) => (
            <li key={chat.dialogId} data-entry={chat.dialogId}>
              <ChatLink chat={chat} current={chat.dialogId === current} tabbable={chat.dialogId === reachable} />
            </li>
          ))}
        </ul>
        {recent.isPending && <Placeholder of="chats" />}
        {(recent.isPending || (searching && search.isPending)) && (
          <p className={recent.isPending ? 'visually-hidden' : styles.note} role="status">
            {t('chats.loading')}
          </p>
        )}
        {!failed && recent.isSuccess && !(searching && search.isPending) && chats.length === 0 && !leadsTo && (
          <p className={styles.note}>
            {foreign ? t('pasted.foreign', { host: foreign }) : t(wanted === '' ? 'chats.none' : 'chats.notFound')}
          </p>
        )}
        {recent.isFetchNextPageError ? (
          <ErrorNotice error={recent.error} missing={t('chats.missing')} onRetry={() => void recent.fetchNextPage()} />
        ) : (
          recent.hasNextPage && (
            <p className={styles.note}>
              <Button look="link" disabled={recent.isFetchingNextPage} onClick={() => void recent.fetchNextPage()}>
                {t('chats.more')}
              </Button>
            </p>
          )
        )}
      </SteadyList>
      {/* Below the list, so that nothing in it moves. */}
      {stale && (
        <div className={styles.stale}>
          <ErrorNotice error={stale} missing={t('chats.stale')} onRetry={lookAgain} />
        </div>
      )}
      {footer && <div className={styles.footer}>{footer}</div>}
    </nav>
  )
}

const NONE: readonly ChatSummary[] = []

/** The chats by what was typed, or the place that it leads to as an address, or whose address it is. */
function useMatching(recent: readonly ChatSummary[] = NONE, wanted: string) {
  const pasted = usePastedPlace(wanted)
  // An address is no part of a title.
  const search = useQuery(chatSearchQuery(usePortal(), pasted === null ? wanted : ''))
  const searching = pasted === null && [...wanted].length >= 2
  const matching = recent.filter((chat) => foldName(chat.title).includes(foldName(wanted)))
  const found = searching ? (search.data ?? NONE) : NONE
  // Matches in the loaded list first, then the portal's search results.
  const chats = [...new Map([...found.toReversed(), ...matching.toReversed()].map((chat) => [chat.dialogId, chat])).values()].reverse()
  const [leadsTo, foreign] = typeof pasted === 'string' ? [null, pasted] : [pasted, null]
  return { chats, search, searching, leadsTo, foreign }
}
