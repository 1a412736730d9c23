import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import type { WindowStart } from '~/domain/history/cursor'
import type { DialogId, MessageId } from '~/domain/ids'
import { parseDay } from '~/lib/time/calendar-day'
import { uniqueId } from '~/lib/unique-id'
import { dayQuery } from '~/queries/history/day'
import { usePortal } from '~/queries/portal-context'
import { Button } from '~/ui/Button'
import { useClock } from '~/ui/clock'
import { useText } from '~/ui/i18n'
import { Placeholder } from '~/ui/Placeholder'
import { useStableCallback } from '~/ui/use-stable-callback'
import styles from './DayOpening.module.css'
import { keepingQuery } from '../location/keeping-query.ts'
import type { Address } from '../location/location-codec.ts'
import type { AppNavigation } from '../location/useAppLocation.ts'

interface DayOpeningProps {
  readonly dialogId: DialogId
  /** As the address has it, which may be no day. */
  readonly day: string
  readonly replace: AppNavigation['replace']
}

/** In place of a dialog whose address names a day, until it is known to which message that leads. */
export function DayOpening({ dialogId, day, replace }: DayOpeningProps) {
  const t = useText()
  const client = usePortal()
  const isDay = parseDay(day) !== null
  const query = useQuery({ ...dayQuery(useQueryClient(), client, dialogId, day, useClock()), enabled: isDay })
  const { data: id, error, refetch } = query
  // As if it was entered just now: what is shown follows the entry.
  const lead = (to: Pick<Address, 'day'>, start: WindowStart, target: MessageId | null) =>
    keepingQuery(() => replace({ dialogId, ...to }, { entry: uniqueId(), start, target }))
  const toEnd = () => lead({}, { at: 'newest', visit: Date.now() }, null)
  const arrive = useStableCallback(() => {
    if (id === null || !isDay) toEnd()
    else if (id !== undefined) lead({ day }, { at: 'around', id }, id)
  })
  useEffect(arrive, [arrive, id])
  if (!error) return <Placeholder of="messages" />
  return (
    <div className={styles.failed}>
      <ErrorNotice error={error} onRetry={() => void refetch()} />
      <Button onClick={toEnd}>{t('day.newest')}</Button>
    </div>
  )
}
