import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { useBringIntoView } from '~/dialog/bring-into-view'
import { useDialog } from '~/dialog/state/DialogContext'
import { usePaintedWords } from '~/dialog/found-words/use-painted-words'
import type { FoundWords, HitPlace } from '~/dialog/found-words/WordPainter'
import { watchTimeline } from '~/dialog/state/timeline-view'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { foundIn, nearestTo, nextFrom, numberOf, stepFrom, type FoundHits, type Sight } from './found-hits.ts'
import { Leading } from './Leading.ts'
import { sightOf } from './sight.ts'
import { useFarJump } from './use-far-jump.ts'

/** By which the reader takes the list in hand. */
const TOUCHES = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

export interface Walk {
  readonly current: HitPlace | null
  readonly step: (step: 1 | -1) => void
}

/**
 * From hit to hit. What is typed leads to the first hit on the screen, else to the nearest one, as far as that is loaded; each step leads
 * on from there, wherever that is. @param history undefined while a window is loading @param entry of the browser's history
 */
export function useWalk(hits: FoundHits, bar: RefObject<HTMLElement | null>, history: History | undefined, entry: string): Walk {
  const { timeline } = useDialog()
  const [leading] = useState(() => new Leading())
  const [current, setCurrent] = useState<HitPlace | null>(null)
  /** Where the reader was when looking for this began, or the hit that was stepped to last: what is typed is looked for from there. */
  const origin = useRef<Sight | null>(null)
  /** Whether the current hit was led to; one that is not loaded is not until it is stepped to. */
  const isLedTo = useRef(false)
  const jump = useFarJump(entry)
  const bring = useBringIntoView()

  const ids = useMemo(() => new Set(history?.messages.map(({ id }) => id)), [history])
  const isLoaded = (id: MessageId) => ids.has(id)
  const goOn = useAfterLayout(() => {
    const list = timeline.get()?.element
    const scroll = bring.get()
    if (!list || !scroll || !painter.current || !bar.current) return false
    return leading.goOn({ list, painter: painter.current, bring: scroll, bar: bar.current, isLoaded })
  })
  const painter = usePaintedWords(useFoundWords(hits, current), goOn)
  useEffect(() => watchTimeline(timeline, goOn), [timeline, goOn])
  /** Another number for each time that one is led somewhere; also to the same hit again. */
  const [times, setTimes] = useState(0)
  // Once the words are painted (above): where a hit stands is known by that.
  useEffect(goOn, [goOn, history, times])
  useTouches(leading.end)

  const go = (place: HitPlace, anywhere: boolean) => {
    setCurrent(place)
    isLedTo.current = anywhere || isLoaded(place.id)
    if (!isLedTo.current) return leading.end()
    leading.lead(place)
    setTimes((before) => before + 1)
    if (!isLoaded(place.id)) jump(place.id)
  }
  const sight = () => sightOf(timeline.get(), bar.current?.getBoundingClientRect().bottom ?? 0)
  /** Where a walk begins that had nowhere to begin: no messages were shown then. */
  const begin = () => {
    const seen = sight()
    return seen ? nearestTo(hits, seen) : stepFrom(hits, { id: Infinity as MessageId, nth: 0 }, -1)
  }
  const phrase = useRef('')
  const choose = useStableCallback(() => {
    const isNew = phrase.current !== hits.phrase
    phrase.current = hits.phrase
    if (!isNew && (current ? numberOf(hits, current) > 0 : hits.total === 0)) return
    const seen = sight()
    const isAtCurrent = current && seen && seen.first <= current.id && current.id <= seen.last
    if (!origin.current || !isAtCurrent) origin.current = seen
    const nearest = origin.current && nearestTo(hits, origin.current)
    if (nearest && isNew) return go(nearest, false)
    setCurrent(nearest)
    isLedTo.current = false
  })
  // Before anything is painted: the count and the hit are of the same phrase.
  useLayoutEffect(choose, [choose, hits])

  return {
    current,
    step: (step) => {
      const next = current ? nextFrom(hits, current, step, isLedTo.current) : begin()
      if (!next) return
      origin.current = { first: next.id, last: next.id }
      go(next, true)
    },
  }
}

/** Something that is done again once what it has moved is laid out and measured, as long as it says that it moves something. */
function useAfterLayout(act: () => boolean): () => void {
  const frame = useRef<number | null>(null)
  const actNow = useStableCallback(() => {
    if (frame.current !== null || !act()) return
    frame.current = requestAnimationFrame(() => {
      frame.current = requestAnimationFrame(() => {
        frame.current = null
        actNow()
      })
    })
  })
  useEffect(
    () => () => {
      if (frame.current !== null) cancelAnimationFrame(frame.current)
      frame.current = null
    },
    [],
  )
  return actNow
}

function useFoundWords(hits: FoundHits, current: HitPlace | null): FoundWords {
  const has = useMemo(() => (id: MessageId) => foundIn(hits, id) !== undefined, [hits])
  return useMemo(() => ({ phrases: hits.phrase === '' ? [] : [hits.phrase], has, current }), [hits.phrase, has, current])
}

function useTouches(onTouch: () => void): void {
  const view = useCell(useDialog().timeline)
  useEffect(() => {
    if (!view) return
    const stop = new AbortController()
    for (const event of TOUCHES) view.element.addEventListener(event, onTouch, { passive: true, signal: stop.signal })
    return () => stop.abort()
  }, [view, onTouch])
}
