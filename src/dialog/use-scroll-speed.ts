import { useEffect, useState } from 'react'
import { useDialog } from './DialogContext.ts'

/** Whether what is costly may be shown: what only flies past is not fetched, decoded and painted. Once true it stays so. */
export function useDeferWhileScrollingFast(): boolean {
  const { timeline } = useDialog()
  const [calm, setCalm] = useState(() => timeline.get()?.speed !== 'fast')
  useEffect(() => {
    if (calm) return
    const look = () => {
      if (timeline.get()?.speed !== 'fast') setCalm(true)
    }
    look()
    return timeline.get()?.subscribe(look)
  }, [calm, timeline])
  return calm
}
