import { useEffect, useState } from 'react'
import { Cell } from '~/lib/cell'
import { messageList } from './mounted-messages.ts'

/** Whether messages go by faster than anybody can look at a picture. */
const flying = new Cell(false)

/** Two and a half screens of a desktop in a second. */
const FLYING_PX_PER_MS = 2
/** So long after the last movement it counts as over. */
const REST_MS = 120

/** Watches how the list is scrolled: for `useCalm`, and for styles, which find `data-scrolling` on it meanwhile. */
export function useScrollPace(): void {
  useEffect(() => {
    let at = 0
    let offset = 0
    let rest: ReturnType<typeof setTimeout> | undefined
    let calm: ReturnType<typeof setTimeout> | undefined
    const scrolled = ({ target }: Event) => {
      const list = messageList()
      if (target !== list || !list) return
      const now = performance.now()
      const top = list.scrollTop
      // The first movement after a pause may be a jump.
      const flies = now - at < REST_MS && Math.abs(top - offset) / (now - at) > FLYING_PX_PER_MS
      at = now
      offset = top
      if (rest === undefined) list.dataset['scrolling'] = ''
      clearTimeout(rest)
      rest = setTimeout(() => {
        rest = undefined
        delete list.dataset['scrolling']
      }, REST_MS)
      if (!flies) return
      flying.set(true)
      clearTimeout(calm)
      calm = setTimeout(() => flying.set(false), REST_MS)
    }
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true })
      clearTimeout(rest)
      clearTimeout(calm)
      flying.set(false)
    }
  }, [])
}

/** Whether what is costly may be shown: what only flies past is not fetched, decoded and painted. Once true it stays so. */
export function useCalm(): boolean {
  const [calm, setCalm] = useState(() => !flying.get())
  useEffect(() => {
    if (calm) return
    const look = () => {
      if (!flying.get()) setCalm(true)
    }
    look()
    return flying.subscribe(look)
  }, [calm])
  return calm
}
