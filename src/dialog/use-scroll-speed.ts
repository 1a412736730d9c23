import { useEffect, useState } from 'react'
import { useDialog } from './state/DialogContext.ts'

/** Whether costly content may be shown: what flies past is not fetched, decoded and painted. Stays true once true. */
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
