import { useEffect, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { seenMessages } from '~/dialog/state/seen-messages'
import { useUnreadAtOpening } from '~/dialog/stepping/unread-at-opening'
import { watchTimeline } from '~/dialog/state/timeline-view'
import type { History } from '~/domain/history/history'
import { firstUnreadIn, type LastRead } from '~/domain/history/unread-border'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'

interface UnreadAbove {
  /** Whether the first message that was unread at opening is above what is in sight, and has not been in sight since. */
  readonly isAbove: boolean
  /** How many were unread; null where that is not known. */
  readonly count: number | null
}

/** Where the first unread message is, as seen from where the reader has stopped. */
export function useUnreadAbove(history: History): UnreadAbove {
  const { timeline } = useDialog()
  const { unread, seen } = useUnreadAtOpening()
  const wasSeen = useCell(seen)
  const [isAbove, setAbove] = useState(false)
  const lastRead = (unread?.lastReadId ?? null) as LastRead | null
  const isAny = unread === null ? false : (unread.unread ?? 0) > 0

  const look = useStableCallback(() => {
    const view = timeline.get()
    if (!isAny || lastRead === null || view?.speed !== 'rest') return
    const first = firstUnreadIn([{ messages: history.messages, older: history.older }], lastRead)
    if (first !== null && seenMessages(view).has(first)) seen.set(true)
    const top = view.anchor()?.id
    // While its place is not loaded, all that is there is on one side of it.
    if (top !== undefined) setAbove(first === null ? top > lastRead : top > first)
  })
  useEffect(() => {
    look()
    return watchTimeline(timeline, look)
  }, [timeline, look, history, isAny, lastRead])
  return { isAbove: isAbove && isAny && !wasSeen, count: unread?.unread ?? null }
}
