import { useLayoutEffect, useState } from 'react'

/**
 * Whether an element is so wide; @param px
 *
 * Asked when the element comes and when its size changes. With each drawing it would have the page laid out in the midst of that.
 */
export function useIsAtLeast(element: HTMLElement | null, px: number): boolean {
  const [isAtLeast, set] = useState(false)
  useLayoutEffect(() => {
    const ask = () => set(element !== null && element.clientWidth >= px)
    ask()
    if (!element) return
    const observer = new ResizeObserver(ask)
    observer.observe(element)
    return () => observer.disconnect()
  }, [element, px])
  return isAtLeast
}
