import { useCallback, useSyncExternalStore } from 'react'

/** Whether an element is so wide; @param px */
export function useIsAtLeast(element: HTMLElement | null, px: number): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (!element) return () => {}
      const observer = new ResizeObserver(changed)
      observer.observe(element)
      return () => observer.disconnect()
    },
    [element],
  )
  return useSyncExternalStore(subscribe, () => element !== null && element.clientWidth >= px)
}
