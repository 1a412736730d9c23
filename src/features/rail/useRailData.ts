import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useUnreadAtOpening } from '~/dialog/stepping/unread-at-opening'
import { watchTimeline } from '~/dialog/state/timeline-view'
import { activityOf, NO_OUTLINE, sentAbout, type Outline, type Stretch } from '~/domain/history/activity'
import type { History } from '~/domain/history/history'
import { DayScale } from '~/domain/history/time-scale'
import type { Message } from '~/domain/message/message'
import { IdleTimer } from '~/lib/IdleTimer'
import { chatCardQuery, listedChatQuery } from '~/queries/chats'
import { windowsOf } from '~/queries/history/loaded-windows'
import { outlineQuery } from '~/queries/history/outline'
import { usePortal } from '~/queries/portal-context'
import { useClock } from '~/ui/clock'

/** For so long the reader has to be still before anything is asked for the rail, ms. */
const STILL_MS = 2_000
/** If the answer has not come by then, the rail shows what is known without it, ms after that. */
const LATE_MS = 1_500

export interface RailData {
  readonly scale: DayScale
  readonly activity: readonly Stretch[]
  /** When what was unread when the dialog was opened begins, as far as is known, epoch ms. */
  readonly unreadAt: number | null
}

/** Whether the reader has been still for a moment since the dialog was opened: it is time to ask, and later too late to wait. */
function useMoment(): 'early' | 'still' | 'late' {
  const { timeline } = useDialog()
  const [moment, setMoment] = useState<'early' | 'still' | 'late'>('early')
  useEffect(() => {
    if (moment === 'late') return
    if (moment === 'still') {
      const timer = setTimeout(() => setMoment('late'), LATE_MS)
      return () => clearTimeout(timer)
    }
    const still = new IdleTimer(STILL_MS, () => setMoment('still'))
    still.bump()
    const unwatch = watchTimeline(timeline, still.bump)
    return () => {
      still.stop()
      unwatch()
    }
  }, [timeline, moment])
  return moment
}

type Dated = Message & { readonly sentAt: number }
const isDated = (message: Message): message is Dated => message.sentAt !== null

/** When a dialog begins: at its first message, or as near to that as is known. */
function beginningOf(history: History, outline: Outline | undefined, createdAt: number | null): number | null {
  const oldest = history.messages.find(isDated)?.sentAt ?? null
  if (outline?.first) return outline.first.sentAt
  return history.older === null || createdAt === null || oldest === null ? oldest : Math.min(createdAt, oldest)
}

/** What the rail shows of a dialog; null as long as that is not known, and where there is nothing to go through. @param hasRoom for more than a mark */
export function useRailData(history: History, hasRoom: boolean): RailData | null {
  const { id: dialogId } = useDialog()
  const client = usePortal()
  const queryClient = useQueryClient()
  const clock = useClock()
  const [openedAt] = useState(() => Date.now())
  const { data: card } = useQuery({ ...chatCardQuery(client, dialogId), refetchOnMount: false })
  const { data: listed } = useInfiniteQuery(listedChatQuery(client, dialogId))
  const isWhole = history.older === null && history.newer === null
  const moment = useMoment()
  const first = history.older === null ? history.messages.find(isDated) : undefined
  const lastId = history.newer === null ? history.messages.at(-1)?.id : card?.lastMessageId
  const ends = { first: first ?? null, lastId: (lastId ?? null) as Message['id'] | null }
  const { data: outline, isError } = useQuery({
    ...outlineQuery(client, dialogId, ends),
    enabled: hasRoom && moment !== 'early' && !isWhole,
  })
  const isReady = !hasRoom || isWhole || outline !== undefined || isError || moment === 'late'

  const from = beginningOf(history, outline, card?.createdAt ?? null)
  const newest = history.messages.findLast(isDated)?.sentAt ?? null
  const lastKnown = history.newer === null ? null : (outline?.probes.at(-1)?.found?.sentAt ?? listed?.lastAt ?? openedAt)
  const to = newest === null ? null : Math.max(newest, lastKnown ?? newest)
  const scale = useMemo(
    () => (from === null || to === null ? null : new DayScale({ from, to: Math.max(from, to) }, clock)),
    [from, to, clock],
  )
  const { unread } = useUnreadAtOpening()
  const known = useMemo(() => {
    const runs = [
      ...windowsOf(queryClient, client, dialogId).map(({ pages }) => pages.flatMap(({ messages }) => messages)),
      history.messages,
    ]
    const lastRead = unread?.unread ? unread.lastReadId : null
    return {
      activity: activityOf(outline ?? NO_OUTLINE, runs),
      unreadAt: lastRead === null ? null : sentAbout(outline ?? NO_OUTLINE, runs, lastRead),
    }
  }, [queryClient, client, dialogId, outline, history, unread])
  return useMemo(() => (isReady && scale && scale.first < scale.last ? { scale, ...known } : null), [isReady, scale, known])
}
