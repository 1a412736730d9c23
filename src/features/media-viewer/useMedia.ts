import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import type { MediaItem } from '~/domain/message/media'
import { mediaSeen, viewedIndex } from '~/domain/message/media-seen'
import type { PortalError } from '~/domain/portal/portal-error'
import { viewerWindow } from '~/queries/history/loaded-windows'
import { usePortal } from '~/queries/portal-context'
import { useCell } from '~/ui/use-cell'
import { useHistoryWindow } from '~/dialog/useHistoryWindow'
import type { ViewedMediaItem } from '~/dialog/state/OpenDialog'
import { useDialog } from '~/dialog/state/DialogContext'

/** More pages are read while this few pictures are left on a side. */
const NEAR = 2
/** How many pages are read in search of the next picture before the reader has to ask again. */
const MAX_PAGES_WITHOUT = 40

interface Media {
  /** Oldest first. */
  readonly media: readonly MediaItem[]
  /** Those who have sent them. */
  readonly users: History['users'] | undefined
  /** -1 while the opened one is being loaded. */
  readonly index: number
  /** Why it could not be loaded. */
  readonly error: PortalError | null
  readonly retry: () => void
  /** Neither it nor anything in its place is there any more. */
  readonly gone: boolean
  /** Index of the current item at the time `media` last changed. */
  readonly enteredAt: number
  readonly searching: boolean
  /** There may be more than are loaded. */
  readonly more: boolean
  readonly look: (index: number) => void
}

/**
 * The pictures and films of a dialog around the opened one; more are loaded as the reader comes near an end. They
 * come in a window of their own: the timeline's stays as the reader left it.
 */
export function useMedia(viewed: ViewedMediaItem, start: WindowStart): Media {
  const client = usePortal()
  const queryClient = useQueryClient()
  const { id: dialogId } = useDialog()
  const { messageId } = viewed
  const own = useMemo(
    () => viewerWindow(queryClient, client, dialogId, start, messageId),
    [queryClient, client, dialogId, messageId, start],
  )
  const { history, error, older, newer, loading, want, reload } = useHistoryWindow(dialogId, own)
  const searching = useCell(loading) !== null
  const [key, setKey] = useState(viewed.key)
  const budget = useRef(MAX_PAGES_WITHOUT)

  // Pages are dropped at the other end; the items seen in them stay.
  const seen = useRef<readonly MediaItem[]>([])
  const media = useMemo(() => (history ? mediaSeen(seen.current, history) : seen.current), [history])
  seen.current = media
  const shown = useRef({ key, index: -1 })
  const index = viewedIndex(media, key, shown.current.index)
  shown.current = { key, index }
  const enteredAt = useMemo(() => viewedIndex(media, shown.current.key, shown.current.index), [media])
  const found = media[index]
  // Its message was deleted: what has taken its place is looked at from now on.
  useEffect(() => {
    if (found) setKey(found.key)
  }, [found])

  useEffect(() => {
    if (index < 0 || searching) return
    const sides = [index < NEAR && 'older', index >= media.length - NEAR && 'newer'] as const
    for (const side of sides) {
      if (!side || (side === 'older' ? older : newer) !== 'more' || budget.current <= 0) continue
      budget.current--
      want(side)
      return
    }
  })

  return {
    media,
    users: history?.users,
    index,
    error,
    retry: reload,
    gone: history !== undefined && index < 0,
    enteredAt,
    searching,
    more: older !== 'end' || newer !== 'end',
    look: (to) => {
      budget.current = MAX_PAGES_WITHOUT
      const item = media[to]
      if (item) setKey(item.key)
    },
  }
}
