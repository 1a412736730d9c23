import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { GoToDay } from '~/dialog/days/useGoToDay'
import { useDialog } from '~/dialog/state/DialogContext'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import { dayOf } from '~/domain/history/first-on-day'
import { dayAt } from '~/lib/time/clock'
import { chatCardQuery } from '~/queries/chats'
import { findMessage } from '~/queries/history/find-message'
import { knownDays } from '~/queries/known-days'
import { usePortal } from '~/queries/portal-context'
import { useClock } from '~/ui/clock'
import { useText } from '~/ui/i18n'
import { DateFrame } from './DateFrame.tsx'
import { DayCalendar } from './DayCalendar.tsx'
import styles from './DatePopover.module.css'

interface DatePopoverProps {
  readonly anchor: HTMLElement
  readonly days: GoToDay
  readonly onClose: () => void
}

const earlier = (a: string | null, b: string | null): string | null => (a === null || b === null ? (a ?? b) : a < b ? a : b)

/** The calendar of a chat, with what there is to say of the day that was chosen in it. */
export function DatePopover({ anchor, days: { wanted, go }, onClose }: DatePopoverProps) {
  const { id: dialogId, timeline } = useDialog()
  const t = useText()
  const client = usePortal()
  const queryClient = useQueryClient()
  const clock = useClock()
  const { data: card } = useQuery({ ...chatCardQuery(client, dialogId), refetchOnMount: false })
  // As it was when the calendar opened: it does not change under the pointer.
  const [known] = useState(() => knownDays(queryClient, client, dialogId, clock))
  const dayOfInstant = (at: number) => dayAt(at, clock.offsetAt(at))
  const today = dayOfInstant(Date.now())
  const last = known.last !== null && known.last > today ? known.last : today
  const created = card?.createdAt == null ? null : dayOfInstant(card.createdAt)
  const first = earlier(known.first, created)
  const [shown] = useState(() => {
    const anchor = timeline.get()?.anchor()
    const found = anchor && findMessage(queryClient, client, dialogId, anchor.id)
    return (found && dayOf(found.message, clock)) ?? known.last ?? today
  })
  const calendar = useRef<HTMLDivElement>(null)
  const retry = () => {
    // The button goes with the notice.
    calendar.current?.querySelector<HTMLElement>('[role="grid"] [tabindex="0"]')?.focus()
    if (wanted) go(wanted.day)
  }
  return (
    <DateFrame anchor={anchor} onClose={onClose}>
      <div ref={calendar} className={styles.calendar} aria-busy={wanted !== null && wanted.error === null}>
        <DayCalendar shown={shown} first={first} last={last} written={known.written} onChoose={go} />
        {/* Below it: the calendar stays, and the focus in it. */}
        {wanted?.error != null && <ErrorNotice error={wanted.error} onRetry={retry} />}
        <p role="status" className={styles.status}>
          {wanted !== null && wanted.error === null && t('day.finding')}
        </p>
      </div>
    </DateFrame>
  )
}
