import { useEffect, useState } from 'react'
import { useGoToDay } from '~/dialog/days/useGoToDay'
import { useDialog } from '~/dialog/state/DialogContext'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useCell } from '~/ui/use-cell'
import { isSheet } from './is-sheet.ts'

const DatePopover = lazyPart(() => import('./DatePopover.tsx').then((module) => module.DatePopover))
const DayMenu = lazyPart(() => import('./DayMenu.tsx').then((module) => module.DayMenu))

/** The ways to a day: the calendar, which the header opens, and the menu of every heading of a day. */
export function DaysHost({ onBeginning }: { readonly onBeginning: () => void }) {
  const { timeline, calendarAt } = useDialog()
  const view = useCell(timeline)
  const calendar = useCell(calendarAt)
  const [heading, setHeading] = useState<HTMLElement | null>(null)
  const days = useGoToDay(() => calendarAt.set(null))
  const { wanted } = days
  const close = () => {
    days.forget()
    calendarAt.set(null)
  }
  // Beside its button it is no place to come back from: a jump then starts at the messages themselves.
  useClosesOnBack(calendar !== null && isSheet(), close)

  useEffect(() => {
    // The list, and the day above it.
    const around = view?.element.parentElement
    if (!around) return
    const stop = new AbortController()
    const press = ({ target }: Event) => {
      const pressed = target instanceof Element ? target.closest<HTMLElement>('[data-day]') : null
      if (pressed) setHeading(pressed)
    }
    around.addEventListener('click', press, { signal: stop.signal })
    return () => {
      stop.abort()
      setHeading(null)
    }
  }, [view])

  // What the menu has asked for and could not be found is told where another day can be chosen.
  const [asking, setAsking] = useState<HTMLElement | null>(null)
  const hasFailed = wanted?.error != null
  useEffect(() => {
    // What was chosen in the calendar is told there.
    if (hasFailed && calendarAt.get() === null) calendarAt.set(asking)
  }, [hasFailed, asking, calendarAt])
  return (
    <>
      {heading && (
        <PartBoundary quiet>
          <DayMenu
            anchor={heading}
            onDay={(day) => {
              setAsking(heading)
              days.go(day)
            }}
            onBeginning={onBeginning}
            onCalendar={() => calendarAt.set(heading)}
            onClose={() => setHeading(null)}
          />
        </PartBoundary>
      )}
      {calendar && (
        <PartBoundary quiet>
          <DatePopover anchor={calendar} days={days} onClose={close} />
        </PartBoundary>
      )}
    </>
  )
}
