import { useLayoutEffect, useState, type KeyboardEvent, type RefObject } from 'react'
import type { ChatSummary } from '~/domain/chat'
import type { DialogId } from '~/domain/ids'

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }

/**
 * Which entry Enter opens: the first, until an arrow leads to another one, which it stays whatever comes before or after it. Home and End
 * are the field's own.
 */
export function useActiveEntry(list: RefObject<HTMLElement | null>, chats: readonly ChatSummary[]) {
  const [chosen, setChosen] = useState<DialogId | null>(null)
  const at = Math.max(
    0,
    chats.findIndex(({ dialogId }) => dialogId === chosen),
  )
  const active = chats[at]?.dialogId ?? null
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [list, active])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || chats.length === 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    const last = chats.length - 1
    // A single step leads round; a page ends at the end.
    const to = Math.abs(step) === 1 ? (at + step + chats.length) % chats.length : Math.max(0, Math.min(last, at + step))
    setChosen(chats[to]?.dialogId ?? null)
  }
  return { active, onKeyDown, forget: () => setChosen(null) }
}
