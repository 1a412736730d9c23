import { useEffect, useRef, useState } from 'react'
import type { MessageId } from '~/domain/ids'
import { placeWatch } from '~/dialog/place-watch'
import { messageAt, rowAt } from '~/dialog/mounted-messages'
import { useDialog } from '~/dialog/DialogContext'
import { watchTimeline } from '~/dialog/timeline-view'

/** A mounted message, its row, and the position for the menu's button. */
export interface MenuPlace {
  readonly id: MessageId
  readonly message: HTMLElement
  readonly row: HTMLElement
  /** Whether the message has moved since, or was removed. */
  readonly hasMoved: () => boolean
}

/** Where a menu opens, px from the corner of the page. */
export interface OpenMenu extends MenuPlace {
  readonly x: number
  readonly y: number
}

const LONG_PRESS_MS = 500
const MOVED_PX = 10

/** Marks the parts of the menu itself: moving the pointer onto them does not leave the message. */
export const MENU_MARK = { 'data-message-menu': true }
const OF_MENU = '[data-message-menu]'

const placeOf = (target: EventTarget | null): MenuPlace | null => {
  const row = rowAt(target)
  const message = messageAt(target)
  return row && message ? { id: message.id, message: message.element, row, hasMoved: placeWatch(message.element) } : null
}

/** The same for the element with the focus. */
const placeByKey = (target: EventTarget | null): MenuPlace | null => {
  const place = placeOf(target)
  return place?.row.matches(':focus-visible, :has(:focus-visible)') ? place : null
}

interface MenuPlaces {
  /** The message that the pointer or the focus is at. */
  readonly near: MenuPlace | null
  /** Where the context menu was requested by pointer, long press or keyboard. */
  readonly open: OpenMenu | null
  readonly setOpen: (open: OpenMenu | null) => void
}

/** Which message the pointer or the focus is at, and where the context menu opens. */
export function useMenuPlace(): MenuPlaces {
  const [near, setNear] = useState<MenuPlace | null>(null)
  const [open, setOpen] = useState<OpenMenu | null>(null)
  const shown = useRef({ near, open })
  shown.current = { near, open }
  const { timeline } = useDialog()
  useEffect(() => {
    let press: { readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | null = null
    /** The element under the pointer. */
    let under: Element | null = null
    const atRest = () => timeline.get()?.speed === 'rest'
    const come = (place: MenuPlace | null) => setNear((before) => (before?.message === place?.message ? before : place))
    const over = (event: PointerEvent) => {
      const target = event.target as Element
      if (event.pointerType === 'touch' || target.closest(OF_MENU)) return
      under = target
      if (atRest()) come(placeOf(target))
    }
    const focus = (event: FocusEvent) => {
      const place = placeByKey(event.target)
      if (place) come(place)
    }
    const scrolled = () => {
      if (shown.current.near?.hasMoved()) setNear(null)
      if (shown.current.open?.hasMoved()) setOpen(null)
    }
    // Once the list is at rest, the row that scrolled under the pointer counts as hovered.
    const unwatch = watchTimeline(timeline, () => {
      if (atRest()) come(placeByKey(document.activeElement) ?? (under?.isConnected ? placeOf(under) : null))
    })
    const asked = (event: MouseEvent) => {
      const target = event.target as Element
      const place = placeOf(target)
      const marked = document.getSelection()
      // For links, pictures and selected text the browser's own menu offers more.
      if (!place || event.shiftKey || target.closest('a, img, video, input') || (marked && !marked.isCollapsed)) return
      event.preventDefault()
      setOpen({ ...place, x: event.clientX, y: event.clientY })
    }
    const key = (event: KeyboardEvent) => {
      const place = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) ? placeOf(event.target) : null
      if (!place) return
      event.preventDefault()
      const box = place.row.getBoundingClientRect()
      setOpen({ ...place, x: box.left + 60, y: box.top + 24 })
    }
    const cancel = () => {
      if (press) clearTimeout(press.timer)
      press = null
    }
    const down = (event: PointerEvent) => {
      cancel()
      const place = event.pointerType === 'touch' ? placeOf(event.target) : null
      if (!place || (event.target as Element).closest('a, button, input, video')) return
      const { clientX: x, clientY: y } = event
      press = { x, y, timer: setTimeout(() => setOpen({ ...place, x, y }), LONG_PRESS_MS) }
    }
    const move = (event: PointerEvent) => {
      if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > MOVED_PX) cancel()
    }
    const stop = new AbortController()
    const passive = { passive: true, signal: stop.signal }
    const active = { signal: stop.signal }
    document.addEventListener('pointerover', over, passive)
    document.addEventListener('focusin', focus, passive)
    document.addEventListener('contextmenu', asked, active)
    document.addEventListener('pointerdown', down, passive)
    document.addEventListener('pointermove', move, passive)
    document.addEventListener('pointerup', cancel, passive)
    document.addEventListener('pointercancel', cancel, passive)
    document.addEventListener('keydown', key, active)
    // It does not bubble.
    document.addEventListener('scroll', scrolled, { ...passive, capture: true })
    return () => {
      cancel()
      unwatch()
      stop.abort()
    }
  }, [timeline])
  return { near, open, setOpen }
}
