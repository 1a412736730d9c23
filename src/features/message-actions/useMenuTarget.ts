import { useCallback, useEffect, useState, type PointerEvent as ReactPointerEvent } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { messageAt, rowAt } from '~/dialog/message-at'
import { useOnMoved } from '~/dialog/useOnMoved'
import type { MessageId } from '~/domain/ids'
import { useCell } from '~/ui/use-cell'
import { contentBox } from './content-box.ts'
import { onLongPress } from './on-long-press.ts'

/** A mounted message, and its row. */
export interface MenuTarget {
  readonly id: MessageId
  readonly message: HTMLElement
  readonly row: HTMLElement
}

/** A message whose menu is open. */
export interface OpenMenu extends MenuTarget {
  /** What it opens beside: a point or a box, px from the corner of the page. */
  readonly anchor: DOMRect
  readonly by: 'pointer' | 'finger' | 'key'
  /** Address of the link that was pressed; null where it was none. */
  readonly href: string | null
}

const pointAt = (x: number, y: number) => new DOMRect(x, y, 0, 0)

/** The address of a link to another page. */
const hrefAt = (target: Element): string | null => target.closest<HTMLAnchorElement>('a[target="_blank"]')?.href ?? null

const targetAt = (target: EventTarget | null): MenuTarget | null => {
  const row = rowAt(target)
  const message = messageAt(target)
  // Of a folded run there is nothing to act upon.
  if (message?.element.closest('[hidden]')) return null
  return row && message ? { id: message.id, message: message.element, row } : null
}

/** The same, if the keyboard put the focus there. */
const targetByKey = (target: EventTarget | null): MenuTarget | null => {
  const found = targetAt(target)
  return found?.row.matches(':focus-visible, :has(:focus-visible)') ? found : null
}

interface MenuTargets {
  /** The message under the pointer or with the focus. */
  readonly near: MenuTarget | null
  /** The message for which a click, a long press or the keyboard opened the menu. */
  readonly open: OpenMenu | null
  readonly setOpen: (open: OpenMenu | null) => void
  /** The list, while there is one. */
  readonly list: HTMLElement | null
  /** For the button, which belongs to `near` and is not inside the list. */
  readonly onPointerLeave: (event: ReactPointerEvent) => void
}

/** Follows which message is under the pointer or focused, and for which one a menu was asked. Both end when the message moves. */
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
      // Onto the button, which is not inside the list.
      if (!(relatedTarget instanceof Element && relatedTarget.closest('[aria-haspopup="menu"]'))) setNear(null)
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      const focused = targetByKey(target)
      if (focused) setNear(focused)
    }
    // At rest, the row that is now under the pointer counts.
    const onScroll = () => {
      if (view.speed === 'rest') setNear(targetByKey(document.activeElement) ?? (hovered?.isConnected ? targetAt(hovered) : null))
    }
    const onContextMenu = (event: MouseEvent) => {
      const target = event.target as Element
      const asked = targetAt(target)
      const marked = document.getSelection()
      // For links, pictures and selected text, the browser's own menu offers more.
      if (!asked || event.shiftKey || target.closest('a, img, video, input') || (marked && !marked.isCollapsed)) return
      event.preventDefault()
      setOpen({ ...asked, anchor: pointAt(event.clientX, event.clientY), by: 'pointer', href: null })
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const asked = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) ? targetAt(event.target) : null
      if (!asked) return
      event.preventDefault()
      setOpen({ ...asked, anchor: contentBox(asked.message).box, by: 'key', href: null })
    }
    const stop = new AbortController()
    const { signal } = stop
    list.addEventListener('pointerover', onPointerOver, { signal })
    list.addEventListener('pointerleave', onPointerLeave, { signal })
    list.addEventListener('focusin', onFocusIn, { signal })
    list.addEventListener('contextmenu', onContextMenu, { signal })
    list.addEventListener('keydown', onKeyDown, { signal })
    const unsubscribe = view.subscribe(onScroll)
    const isWanted = (target: Element) => !target.closest('input, video') && targetAt(target) !== null
    const endLongPress = onLongPress(list, isWanted, (target, x, y) => {
      const asked = targetAt(target)
      if (asked) setOpen({ ...asked, anchor: pointAt(x, y), by: 'finger', href: hrefAt(target) })
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
