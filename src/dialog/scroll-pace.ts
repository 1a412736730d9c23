import { useEffect, useState } from 'react'
import { Cell } from '~/lib/Cell'
import { IdleTimer } from '~/lib/IdleTimer'
import { messageList } from './mounted-messages.ts'
import { Pace, PAUSE_MS } from '~/features/timeline/scroll/PrefetchDistance'

/** Whether messages go by faster than anybody can look at a picture. */
const isScrollingFast = new Cell(false)

/** Whether the list goes by; what comes beneath a pointer then is not meant. */
export const scrolling = new Cell(false)

/** Watches how the list is scrolled: for `useCalm`, `scrolling`, and styles, which find `data-scrolling` on it meanwhile. */
export function useScrollPace(): void {
  useEffect(() => {
    const pace = new Pace()
    const rest = new IdleTimer(PAUSE_MS, () => {
      delete messageList()?.dataset['scrolling']
      scrolling.set(false)
    })
    const calm = new IdleTimer(PAUSE_MS, () => isScrollingFast.set(false))
    const scrolled = ({ target }: Event) => {
      const list = messageList()
      if (target !== list || !list) return
      if (!rest.isPending) list.dataset['scrolling'] = ''
      rest.bump()
      scrolling.set(true)
      if (!pace.isFast(list.scrollTop, performance.now())) return
      isScrollingFast.set(true)
      calm.bump()
    }
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      document.removeEventListener('scroll', scrolled, { capture: true })
      rest.stop()
      calm.stop()
      scrolling.set(false)
      isScrollingFast.set(false)
    }
  }, [])
}

/** Whether what is costly may be shown: what only flies past is not fetched, decoded and painted. Once true it stays so. */
export function useDeferWhileScrollingFast(): boolean {
  const [calm, setCalm] = useState(() => !isScrollingFast.get())
  useEffect(() => {
    if (calm) return
    const look = () => {
      if (!isScrollingFast.get()) setCalm(true)
    }
    look()
    return isScrollingFast.subscribe(look)
  }, [calm])
  return calm
}
