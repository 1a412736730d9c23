import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { WindowStart } from '~/domain/history/cursor'
import { mediaOf, type MediaItem } from '~/domain/message/media'
import { seedWindow } from '~/queries/history'
import { usePortal } from '~/queries/portal-context'
import { useHistoryWindow } from '~/dialog/useHistoryWindow'
import type { ViewedMediaItem } from '~/dialog/OpenDialog'
import { useDialog } from '~/dialog/DialogContext'

const indexOf = (media: readonly MediaItem[], key: string): number =>
  Math.max(
    0,
    media.findIndex((item) => item.key === key),
  )

/** More pages are read while this few pictures are left on a side. */
const NEAR = 2
/** How many pages are read in search of the next picture before the reader has to ask again. */
const MAX_PAGES_WITHOUT = 40

interface Media {
  /** Oldest first. */
  readonly media: readonly MediaItem[]
  readonly index: number
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
  const own = useMemo((): WindowStart => {
    const around: WindowStart = { at: 'around', id: messageId }
    seedWindow(queryClient, client, dialogId, start, around)
    return around
  }, [queryClient, client, dialogId, messageId, start])
  const { history, older, newer, want } = useHistoryWindow(dialogId, own)
  const [key, setKey] = useState(viewed.key)
  const budget = useRef(MAX_PAGES_WITHOUT)

  // Pages are dropped at the other end; the items seen in them stay.
  const seen = useRef<readonly MediaItem[]>([])
  const media = useMemo(() => {
    const found = new Map(seen.current.map((item) => [item.key, item]))
    for (const item of history ? mediaOf(history) : []) found.set(item.key, item)
    return [...found.values()].sort((a, b) => a.message.id - b.message.id)
  }, [history])
  seen.current = media
  const shown = useRef(key)
  shown.current = key
  const enteredAt = useMemo(() => indexOf(media, shown.current), [media])
  const index = indexOf(media, key)

  useEffect(() => {
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
    index,
    enteredAt,
    searching: older === 'loading' || newer === 'loading',
    more: older !== 'end' || newer !== 'end',
    look: (to) => {
      budget.current = MAX_PAGES_WITHOUT
      const item = media[to]
      if (item) setKey(item.key)
    },
  }
}
