import { useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

/** Entries that the list consists of, as `SteadyList` marks them. */
const LINKS = '[data-entry] a'

interface ListKeys {
  /** The entry that Tab reaches; null for the usual one. */
  readonly reached: string | null
  /** For the element that has the entries in it. */
  readonly props: {
    readonly onKeyDown: (event: KeyboardEvent) => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: (event: FocusEvent) => void
  }
  /** For the field that the entries are looked for with. */
  readonly onFieldKeyDown: (event: KeyboardEvent) => void
}

/**
 * Walks a list of links by arrows, Home and End; one of them is reached by Tab. From the field above, the arrow down reaches the first one and Enter
 * opens it; the arrow up leads back.
 */
export function useListKeys(list: RefObject<HTMLElement | null>): ListKeys {
  const [reached, setReached] = useState<string | null>(null)
  const links = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>(LINKS) ?? [])]

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    const all = links()
    const at = all.findIndex((link) => link === event.target)
    const to = at < 0 ? undefined : { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = to < 0 ? list.current?.querySelector('input') : all[Math.min(to, all.length - 1)]
    next?.focus()
  }
  const onFieldKeyDown = (event: KeyboardEvent) => {
    const [first] = links()
    if (!first || event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') first.focus()
    else if (event.key === 'Enter') first.click()
    else return
    event.preventDefault()
  }
  const onFocus = ({ target }: FocusEvent) => setReached(target.closest<HTMLElement>('[data-entry]')?.dataset['entry'] ?? null)
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setReached(null)
  }
  return { reached, props: { onKeyDown, onFocus, onBlur }, onFieldKeyDown }
}
