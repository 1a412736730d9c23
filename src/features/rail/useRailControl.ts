import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useGoToDay, type GoToDay } from '~/dialog/days/useGoToDay'
import { useDialog } from '~/dialog/state/DialogContext'
import { watchTimeline } from '~/dialog/state/timeline-view'
import { dayOf } from '~/domain/history/first-on-day'
import type { History } from '~/domain/history/history'
import { IdleTimer } from '~/lib/IdleTimer'
import { useClock } from '~/ui/clock'
import { useTimes } from '~/ui/times'
import { useStableCallback } from '~/ui/use-stable-callback'
import { RailControl, type ChosenBy, type RailMode, type RailState } from './RailControl.ts'
import { RailFace, type RailPlace } from './RailFace.ts'
import type { RailData } from './useRailData.ts'
import { useReadingPlace } from './useReadingPlace.ts'

/** While the reader scrolls, the mark follows so often, ms: a page of messages is less than a pixel of years. */
const FOLLOW_MS = 150
/** The strip of a narrow window stays for so long after one has scrolled, ms. */
const STRIP_MS = 1_500

interface Messages {
  readonly history: History
  /** What is in the list. */
  readonly shown: History
  readonly onBeginning: () => void
  readonly onLatest: () => void
}

/** Joins the rail to the messages: it follows them, and leads to where it is told. */
export function useRailControl(layer: HTMLElement, { scale }: RailData, messages: Messages) {
  const { history, shown, onBeginning, onLatest } = messages
  const dialog = useDialog()
  const clock = useClock()
  const times = useTimes()
  const [mode, setMode] = useState<RailMode>('reading')
  const refs = { rail: useRef<HTMLDivElement>(null), place: useRef<HTMLDivElement>(null), bubble: useRef<HTMLDivElement>(null) }
  const control = useRef<RailControl>(null)
  const by = useRef<ChosenBy>('pointer')
  const arrive = () => {
    // Keys that are only left alone may go on: the focus stays where it is.
    if (by.current === 'rest') dialog.focusFollows = false
    control.current?.land()
  }
  const days: GoToDay = useGoToDay(arrive)
  const written = useMemo(() => [...new Set(history.messages.flatMap((message) => dayOf(message, clock) ?? []))].sort(), [history, clock])
  const reading = useReadingPlace(shown, scale, shown === history)
  const state = useStableCallback((): RailState => ({ scale, written, reading: reading() }))
  const speak = useStableCallback((day: string) => ({ text: times.calendarDay(day), index: scale.indexOf(day) }))
  const go = useStableCallback((place: RailPlace, chosenBy: ChosenBy) => {
    by.current = chosenBy
    if (place.share > 0 && place.share < 1) return days.go(place.day)
    if (place.share <= 0) onBeginning()
    else onLatest()
    arrive()
  })
  const forget = useStableCallback(days.forget)

  const { rail, place, bubble } = refs
  useLayoutEffect(() => {
    if (!rail.current || !place.current || !bubble.current) return
    const face = new RailFace({ rail: rail.current, place: place.current, bubble: bubble.current }, speak)
    const made = new RailControl({ face, state, onMode: setMode, onGo: go, onCancel: forget })
    control.current = made
    return () => made.stop()
  }, [rail, place, bubble, speak, state, go, forget])

  // What is known of the dialog has changed, and with it the scale.
  useLayoutEffect(() => control.current?.refresh(), [scale, times])

  const { timeline } = dialog
  // What has come in moves nothing, but may be what was waited for.
  useEffect(() => control.current?.follow(timeline.get()?.speed === 'rest'), [timeline, shown])
  useEffect(() => {
    const strip = new IdleTimer(STRIP_MS, () => delete layer.dataset['moving'])
    let followed = 0
    const unwatch = watchTimeline(timeline, () => {
      const isAtRest = timeline.get()?.speed === 'rest'
      if (!isAtRest) {
        layer.dataset['moving'] = ''
        strip.bump()
        const now = performance.now()
        if (now - followed < FOLLOW_MS) return
        followed = now
      }
      control.current?.follow(isAtRest)
    })
    return () => {
      strip.stop()
      unwatch()
    }
  }, [timeline, layer])
  return { control, refs, mode, days }
}
