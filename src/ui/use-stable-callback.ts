import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that stays the same and calls the latest one; for contexts, whose consumers would all render again. */
export function useStableCallback<A extends readonly unknown[], R>(callback: (...args: A) => R): (...args: A) => R {
  const latest = useRef(callback)
  useLayoutEffect(() => {
    latest.current = callback
  })
  return useCallback((...args) => latest.current(...args), [])
}
