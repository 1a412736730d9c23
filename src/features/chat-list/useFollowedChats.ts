import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState, type RefObject } from 'react'
import type { PortalError } from '~/domain/portal/portal-error'
import { recentChatsQuery } from '~/queries/chats'
import { chatListPollQuery, nextPollIn } from '~/queries/follow-chats'
import { usePortal } from '~/queries/portal-context'
import { useStableCallback } from '~/ui/use-stable-callback'
import { BACK, onReturn } from '~/lib/on-return'

/** Windows get and lose the focus in quick succession, as by a frame in them. */
const FOCUS_PAUSE_MS = 2_000

/** The recent chats, followed while their list is in sight. @param list the element that shows them */
export function useFollowedChats(list: RefObject<HTMLElement | null>) {
  const client = usePortal()
  const recent = useInfiniteQuery(recentChatsQuery(client))
  const visible = useVisible(list)
  const poll = useQuery({ ...chatListPollQuery(client), enabled: visible && recent.data !== undefined })

  // A window that was visible all along has not been hidden, so that its query does not know of the focus.
  const look = useStableCallback(({ type }: Event) => {
    const rested = Date.now() - poll.dataUpdatedAt > FOCUS_PAUSE_MS
    if (visible && poll.data && (type === BACK || (rested && nextPollIn(poll.data) !== false))) void poll.refetch()
  })
  useEffect(() => onReturn(look), [look])

  /** Why the list is no longer up to date. Where the device itself is offline, the page says so already. */
  const stale: PortalError | null = poll.data?.error && !(poll.data.error.code === 'network' && !navigator.onLine) ? poll.data.error : null
  return { recent, stale, lookAgain: () => void poll.refetch() }
}

/** Whether an element is in sight: in a narrow window the list is hidden behind the messages. */
function useVisible(element: RefObject<HTMLElement | null>): boolean {
  const [visible, setVisible] = useState(false)
  useEffect(() => {
    if (!element.current) return
    const observer = new IntersectionObserver((entries) => setVisible(entries.at(-1)?.isIntersecting ?? false))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return visible
}
