import { useRef } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { rowAt } from '~/dialog/message-at'
import type { TimelineView } from '~/dialog/state/timeline-view'
import { dayOf } from '~/domain/history/first-on-day'
import type { History } from '~/domain/history/history'
import { shareOf, type DayScale } from '~/domain/history/time-scale'
import type { MessageId } from '~/domain/ids'
import { useClock } from '~/ui/clock'
import { useStableCallback } from '~/ui/use-stable-callback'
import type { RailPlace } from './RailFace.ts'

/** What stands a third from the top, where what was gone to stands; the nearest one above. */
function messageBeingRead(view: TimelineView): MessageId | undefined {
  const { top, height } = view.element.getBoundingClientRect()
  const line = top + height / 3 + 2
  const messages = view.mounted()
  return (messages.findLast((message) => (rowAt(message.element)?.getBoundingClientRect().top ?? Infinity) <= line) ?? messages[0])?.id
}

/** Tells where on the rail the reader is, when asked. @param isAll whether the list has all messages, so that its ends are those of the dialog */
export function useReadingPlace(history: History, scale: DayScale, isAll: boolean): () => RailPlace {
  const { timeline } = useDialog()
  const clock = useClock()
  // While another window loads, it is where they were.
  const last = useRef<RailPlace | null>(null)
  const placeIn = (view: TimelineView): RailPlace | null => {
    if (isAll && view.atEnd) return { share: 1, day: scale.last }
    if (isAll && history.older === null && view.element.scrollTop <= 0) return { share: 0, day: scale.first }
    const id = messageBeingRead(view) ?? 0
    const message = history.messages.findLast((candidate) => candidate.id <= id && candidate.sentAt !== null)
    if (message?.sentAt == null) return null
    return { share: shareOf(scale.span, message.sentAt), day: scale.nearest(dayOf(message, clock) ?? scale.last) }
  }
  return useStableCallback(() => {
    const view = timeline.get()
    if (view) last.current = placeIn(view) ?? last.current
    return last.current ?? { share: 1, day: scale.last }
  })
}
