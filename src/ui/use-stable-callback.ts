import { useCallback, useLayoutEffect, useRef } from 'react'

/** One function for as long as the component lives, that does what the latest one does; for contexts, whose readers would all be drawn again. */
export function useStableCallback<A extends readonly unknown[], R>(callback: (...args: A) => R): (...args: A) => R {
  const latest = useRef(callback)
  useLayoutEffect(() => {
    latest.current = callback
  })
  return useCallback((...args) => latest.current(...args), [])
}
