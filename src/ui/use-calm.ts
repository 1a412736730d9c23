import { useEffect, useState } from 'react'

/** A list that is scrolled. */
export interface Scrolled {
  /** `fast`: its content goes by too fast to look at. */
  readonly speed: 'rest' | 'slow' | 'fast'
  /** Calls whenever the speed changes, and maybe more often. @returns unsubscribes */
  subscribe(listener: () => void): () => void
}

/** The list that is shown now; null while there is none. */
export interface ShownList {
  get(): Scrolled | null
}

/** Whether costly content may be shown: what flies past is not fetched, decoded and painted. Stays true once true. */
export function useCalm(list: ShownList): boolean {
  const [calm, setCalm] = useState(() => list.get()?.speed !== 'fast')
  useEffect(() => {
    if (calm) return
    const look = () => {
      if (list.get()?.speed !== 'fast') setCalm(true)
    }
    look()
    return list.get()?.subscribe(look)
  }, [calm, list])
  return calm
}
