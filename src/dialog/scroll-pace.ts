import { useEffect, useState } from 'react'
import { Cell } from '~/lib/cell'
import { Pause } from '~/lib/pause'
import { messageList } from './mounted-messages.ts'
import { Pace, PAUSE_MS } from '~/features/timeline/scroll/reach'

/** Whether messages go by faster than anybody can look at a picture. */
const flying = new Cell(false)

/** Whether the list goes by; what comes beneath a pointer then is not meant. */
export const scrolling = new Cell(false)

/** Watches how the list is scrolled: for `useCalm`, `scrolling`, and styles, which find `data-scrolling` on it meanwhile. */
export function useScrollPace(): void {
  useEffect(() => {
    const pace = new Pace()
    const rest = new Pause(PAUSE_MS, () => {
      delete messageList()?.dataset['scrolling']
      scrolling.set(false)
    })
    const calm = new Pause(PAUSE_MS, () => flying.set(false))
    const scrolled = ({ target }: Event) => {
      const list = messageList()
      if (target !== list || !list) return
      if (!rest.waits) list.dataset['scrolling'] = ''
      rest.touch()
      scrolling.set(true)
      if (!pace.isFast(list.scrollTop, performance.now())) return
      flying.set(true)
      calm.touch()
    }
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true })
      rest.stop()
      calm.stop()
      scrolling.set(false)
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
