import { useCallback, useEffect, useState, type PointerEvent as ReactPointerEvent } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import { messageAt, rowAt } from '~/dialog/mounted-messages'
import { useOnMoved } from '~/dialog/useOnMoved'
import type { MessageId } from '~/domain/ids'
import { useCell } from '~/ui/use-cell'
import { onLongPress } from './on-long-press.ts'

/** A message on the page, and its row. */
export interface MenuTarget {
  readonly id: MessageId
  readonly message: HTMLElement
  readonly row: HTMLElement
}

/** Where a menu is open, px from the corner of the page. */
export interface OpenMenu extends MenuTarget {
  readonly x: number
  readonly y: number
}

const targetAt = (target: EventTarget | null): MenuTarget | null => {
  const row = rowAt(target)
  const message = messageAt(target)
  return row && message ? { id: message.id, message: message.element, row } : null
}

/** The same for what the keyboard is at. */
const targetByKey = (target: EventTarget | null): MenuTarget | null => {
  const found = targetAt(target)
  return found?.row.matches(':focus-visible, :has(:focus-visible)') ? found : null
}

interface MenuTargets {
  /** The message that the pointer or the focus is at. */
  readonly near: MenuTarget | null
  /** Where a click, a long press or the keyboard has asked for the menu. */
  readonly open: OpenMenu | null
  readonly setOpen: (open: OpenMenu | null) => void
  /** The list, while there is one. */
  readonly list: HTMLElement | null
  /** For what stands over the list and belongs to the message that is near. */
  readonly onPointerLeave: (event: ReactPointerEvent) => void
}

/** Which message a pointer or the focus is at; where they ask for a menu of its own, it opens there. Both end when the message moves. */
export function useMenuTarget(): MenuTargets {
  const view = useCell(useDialog().timeline)
  const [near, setKnownNear] = useState<MenuTarget | null>(null)
  const [open, setOpen] = useState<OpenMenu | null>(null)
  const setNear = useCallback(
    (target: MenuTarget | null) => setKnownNear((before) => (before?.message === target?.message ? before : target)),
    [],
  )
  useOnMoved(near?.message ?? null, () => setNear(null))
  useOnMoved(open?.message ?? null, () => setOpen(null))

  useEffect(() => {
    if (!view) return
    const list = view.element
    let hovered: Element | null = null
    const onPointerOver = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === 'touch') return
      hovered = target as Element
      if (view.speed === 'rest') setNear(targetAt(hovered))
    }
    const onPointerLeave = ({ relatedTarget }: PointerEvent) => {
      hovered = null
      // To the button over the message, which is no part of the list.
      if (!(relatedTarget instanceof Element && relatedTarget.closest('[aria-haspopup="menu"]'))) setNear(null)
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      const focused = targetByKey(target)
      if (focused) setNear(focused)
    }
    // Once the list has come to rest, the reader means the row that has come beneath the pointer.
    const onScroll = () => {
      if (view.speed === 'rest') setNear(targetByKey(document.activeElement) ?? (hovered?.isConnected ? targetAt(hovered) : null))
    }
    const onContextMenu = (event: MouseEvent) => {
      const target = event.target as Element
      const asked = targetAt(target)
      const marked = document.getSelection()
      // What the browser offers for links, pictures and marked text is more than ours.
      if (!asked || event.shiftKey || target.closest('a, img, video, input') || (marked && !marked.isCollapsed)) return
      event.preventDefault()
      setOpen({ ...asked, x: event.clientX, y: event.clientY })
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) ? targetAt(event.target) : null
      if (!asked) return
      event.preventDefault()
      const { left, top } = asked.row.getBoundingClientRect()
      setOpen({ ...asked, x: left + 60, y: top + 24 })
    }
    const stop = new AbortController()
    const { signal } = stop
    list.addEventListener('pointerover', onPointerOver, { signal })
    list.addEventListener('pointerleave', onPointerLeave, { signal })
    list.addEventListener('focusin', onFocusIn, { signal })
    list.addEventListener('contextmenu', onContextMenu, { signal })
    list.addEventListener('keydown', onKeyDown, { signal })
    const unsubscribe = view.subscribe(onScroll)
    const endLongPress = onLongPress(list, (target, x, y) => {
      const asked = target.closest('a, button, input, video') ? null : targetAt(target)
      if (asked) setOpen({ ...asked, x, y })
    })
    return () => {
      stop.abort()
      unsubscribe()
      endLongPress()
      setNear(null)
      setOpen(null)
    }
  }, [view, setNear])

  return {
    near,
    open,
    setOpen,
    list: view?.element ?? null,
    onPointerLeave: ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Element && view?.element.contains(relatedTarget))) setNear(null)
    },
  }
}
