import { X } from 'lucide-react'
import { useState } from 'react'
import { dayOf } from '~/domain/history/first-on-day'
import type { History } from '~/domain/history/history'
import type { Place } from '~/domain/history/place'
import { IconButton } from '~/ui/Button'
import { useClock } from '~/ui/clock'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import styles from './DayNote.module.css'

interface DayNoteProps {
  readonly place: Place
  readonly history: History
}

/** Over the messages at a day that was asked for and has none: which one is shown in its place. */
export function DayNote({ place: { entry, day, target, anchor }, history }: DayNoteProps) {
  const t = useText()
  const formats = useFormats()
  const clock = useClock()
  const [closed, setClosed] = useState('')
  const message = history.messages.find(({ id }) => id === target)
  const shown = message && dayOf(message, clock)
  // Whoever comes back to a place has read it.
  const isMissed = day != null && shown != null && shown !== day && anchor === null && closed !== entry
  return (
    <div role="status">
      {isMissed && (
        <div className={styles.note}>
          <span>{t(shown > day ? 'day.next' : 'day.last', { asked: formats.calendarDate(day), shown: formats.calendarDate(shown) })}</span>
          <IconButton label={t('day.close')} onClick={() => setClosed(entry)}>
            <X size={18} strokeWidth={1.8} aria-hidden />
          </IconButton>
        </div>
      )}
    </div>
  )
}
