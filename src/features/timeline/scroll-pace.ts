import { useEffect, useState } from 'react'
import { Cell } from '~/lib/cell'
import { messageList } from './mounted-messages.ts'
import { Pace, PAUSE_MS } from './reach.ts'

/** Whether messages go by faster than anybody can look at a picture. */
const flying = new Cell(false)

/** Watches how the list is scrolled: for `useCalm`, and for styles, which find `data-scrolling` on it meanwhile. */
export function useScrollPace(): void {
  useEffect(() => {
    const pace = new Pace()
    let rest: ReturnType<typeof setTimeout> | undefined
    let calm: ReturnType<typeof setTimeout> | undefined
    const scrolled = ({ target }: Event) => {
      const list = messageList()
      if (target !== list || !list) return
      if (rest === undefined) list.dataset['scrolling'] = ''
      clearTimeout(rest)
      rest = setTimeout(() => {
        rest = undefined
        delete list.dataset['scrolling']
      }, PAUSE_MS)
      if (!pace.isFast(list.scrollTop, performance.now())) return
      flying.set(true)
      clearTimeout(calm)
      calm = setTimeout(() => flying.set(false), PAUSE_MS)
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
