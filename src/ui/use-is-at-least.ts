import { useMemo, useSyncExternalStore } from 'react'

/** The width of an element, read when it is known first and when its size changes: to read it with each drawing would lay the page out in the midst of that. */
function widthOf(element: HTMLElement | null) {
  let px = element?.clientWidth ?? 0
  return {
    get: () => px,
    subscribe: (changed: () => void) => {
      if (!element) return () => {}
      const observer = new ResizeObserver(() => {
        px = element.clientWidth
        changed()
      })
      observer.observe(element)
      return () => observer.disconnect()
    },
  }
}

/** Whether an element is so wide; @param px */
export function useIsAtLeast(element: HTMLElement | null, px: number): boolean {
  const width = useMemo(() => widthOf(element), [element])
  return useSyncExternalStore(width.subscribe, () => width.get() >= px)
}
