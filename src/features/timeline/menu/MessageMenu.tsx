import { Copy, Ellipsis, ExternalLink, Info, Link, ListChecks, Quote, Reply } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent as ReactKeyboardEvent } from 'react'
import { useMessageText } from '~/bbcode/MessageTextContext'
import type { History } from '~/domain/history'
import { parseMessageId, type DialogId, type MessageId } from '~/domain/ids'
import { quoteOf } from '~/domain/transcript'
import { natureOf } from '~/queries/extras'
import { copyText } from '~/ui/copy-text'
import { useText } from '~/ui/i18n'
import { Loaded } from '~/ui/Loaded'
import { Part } from '~/ui/part'
import styles from './MessageMenu.module.css'
import { selection } from './selection.ts'
import { useEntry } from './useEntry.ts'

const detailsPart = new Part(() => import('./Details.tsx'))

interface Place {
  readonly id: MessageId
  readonly row: HTMLElement
}

interface OpenMenu extends Place {
  readonly x: number
  readonly y: number
}

const LONG_PRESS_MS = 500
const MOVED_PX = 10
const EDGE = 8

const placeOf = (target: EventTarget | null): Place | null => {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-row-key]') : null
  const message =
    target instanceof Element
      ? (target.closest<HTMLElement>('[data-message-id]') ?? row?.querySelector<HTMLElement>('[data-message-id]'))
      : null
  const id = parseMessageId(message?.dataset['messageId'])
  return row && id !== null ? { id, row } : null
}

/** Which message a pointer or the focus is at; where the pointer asks for a menu of its own, it opens there. */
function useMenu(): readonly [near: Place | null, open: OpenMenu | null, setOpen: (open: OpenMenu | null) => void] {
  const [near, setNear] = useState<Place | null>(null)
  const [open, setOpen] = useState<OpenMenu | null>(null)
  useEffect(() => {
    let press: { readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | null = null
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      const target = event.target as Element
      if (target.closest(`.${styles.button}, .${styles.menu}`)) return
      setNear(placeOf(target))
    }
    const focus = (event: FocusEvent) => {
      const place = placeOf(event.target)
      if (place && place.row.matches(':focus-visible, :has(:focus-visible)')) setNear(place)
    }
    const scrolled = () => {
      setNear(null)
      setOpen(null)
    }
    const asked = (event: MouseEvent) => {
      const target = event.target as Element
      const place = placeOf(target)
      const marked = document.getSelection()
      // What the browser offers for links, pictures and marked text is more than ours.
      if (!place || event.shiftKey || target.closest('a, img, video, input') || (marked && !marked.isCollapsed)) return
      event.preventDefault()
      setOpen({ ...place, x: event.clientX, y: event.clientY })
    }
    const openAt = (place: Place) => {
      const box = place.row.getBoundingClientRect()
      setOpen({ ...place, x: box.left + 60, y: box.top + 24 })
    }
    const key = (event: KeyboardEvent) => {
      const place = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey) ? placeOf(event.target) : null
      if (!place) return
      event.preventDefault()
      openAt(place)
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
    const listeners = [
      ['pointerover', over],
      ['focusin', focus],
      ['contextmenu', asked],
      ['pointerdown', down],
      ['pointermove', move],
      ['pointerup', cancel],
      ['pointercancel', cancel],
      ['keydown', key],
    ] as const
    for (const [type, listener] of listeners)
      document.addEventListener(type, listener as EventListener, { passive: type !== 'contextmenu' && type !== 'keydown' })
    document.addEventListener('scroll', scrolled, { capture: true, passive: true })
    return () => {
      cancel()
      for (const [type, listener] of listeners) document.removeEventListener(type, listener as EventListener)
      document.removeEventListener('scroll', scrolled, { capture: true })
    }
  }, [])
  return [near, open, setOpen]
}

interface MessageMenuProps {
  readonly dialogId: DialogId
  readonly history: History
}

/** What can be done with a message: by a button at its row, by the menu of the pointer or of the keyboard, and by a long press. */
export function MessageMenu({ dialogId, history }: MessageMenuProps) {
  const t = useText()
  const { portal, hrefOf } = useMessageText()
  const entryOf = useEntry(history)
  const [near, open, setOpen] = useMenu()
  const [details, setDetails] = useState<MessageId | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const [said, setSaid] = useState('')

  // Over everything, and beside the row without being a part of it: rows know nothing of menus.
  useLayoutEffect(() => {
    const element = button.current
    if (!near || !element) return
    element.showPopover()
    const box = (near.row.querySelector(`[data-message-id="${near.id}"]`) ?? near.row).getBoundingClientRect()
    element.style.top = `${Math.max(EDGE, box.top - 10)}px`
    element.style.left = `${Math.min(window.innerWidth - EDGE, box.right) - element.offsetWidth - 8}px`
    return () => element.hidePopover()
  }, [near])
  useLayoutEffect(() => {
    const element = menu.current
    if (!open || !element) return
    element.showPopover()
    const { width, height } = element.getBoundingClientRect()
    element.style.left = `${Math.max(EDGE, Math.min(open.x, window.innerWidth - width - EDGE))}px`
    element.style.top = `${Math.max(EDGE, Math.min(open.y, window.innerHeight - height - EDGE))}px`
    element.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
  }, [open])

  const id = open?.id ?? details
  const message = history.messages.find((candidate) => candidate.id === id)
  const close = () => {
    setOpen(null)
    open?.row.focus({ preventScroll: true })
  }
  const copy = (text: string) => {
    close()
    void copyText(text).then((done) => {
      setSaid(t(done ? 'copy.done' : 'copy.failed'))
      setTimeout(() => setSaid(''), 2_000)
    })
  }
  const inPortal = message && `${portal}/online/?IM_DIALOG=${dialogId}&IM_MESSAGE=${message.id}`
  const replyTo = message && message.kind !== 'unknown' ? natureOf(message).replyTo : null
  const onKeyDown = (event: ReactKeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key]
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (to !== undefined) {
      event.preventDefault()
      items[to % items.length]?.focus()
    }
  }

  return (
    <>
      <span className="visually-hidden" role="status">
        {said}
      </span>
      {near && !open && (
        <button
          ref={button}
          type="button"
          className={styles.button}
          popover="manual"
          aria-haspopup="menu"
          aria-label={t('menu.label')}
          title={t('menu.label')}
          onClick={(event) => {
            const { left, bottom } = event.currentTarget.getBoundingClientRect()
            setOpen({ ...near, x: left, y: bottom + 4 })
          }}
        >
          <Ellipsis size={18} strokeWidth={1.8} aria-hidden />
        </button>
      )}
      {open && message && (
        <>
          <div className={styles.outside} onPointerDown={close} />
          <div
            ref={menu}
            className={styles.menu}
            popover="manual"
            role="menu"
            tabIndex={-1}
            aria-label={t('menu.label')}
            onKeyDown={onKeyDown}
          >
            <button type="button" role="menuitem" tabIndex={-1} onClick={() => copy(entryOf(message).text)}>
              <Copy size={16} strokeWidth={1.8} aria-hidden />
              {t('menu.copyText')}
            </button>
            <button type="button" role="menuitem" tabIndex={-1} onClick={() => copy(quoteOf(entryOf(message), dialogId, message.id))}>
              <Quote size={16} strokeWidth={1.8} aria-hidden />
              {t('menu.copyQuote')}
            </button>
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() =>
                copy(
                  window.parent === window
                    ? new URL(hrefOf({ dialogId, messageId: message.id }), window.location.href).href
                    : (inPortal ?? ''),
                )
              }
            >
              <Link size={16} strokeWidth={1.8} aria-hidden />
              {t('menu.copyLink')}
            </button>
            {replyTo !== null && (
              <a role="menuitem" tabIndex={-1} href={hrefOf({ dialogId, messageId: replyTo })} data-internal onClick={() => setOpen(null)}>
                <Reply size={16} strokeWidth={1.8} aria-hidden />
                {t('menu.replied')}
              </a>
            )}
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                selection.set({ anchor: message.id, head: message.id })
                close()
              }}
            >
              <ListChecks size={16} strokeWidth={1.8} aria-hidden />
              {t('menu.select')}
            </button>
            <a role="menuitem" tabIndex={-1} href={inPortal} target="_blank" rel="noopener noreferrer" onClick={close}>
              <ExternalLink size={16} strokeWidth={1.8} aria-hidden />
              {t('file.openInPortal')}
            </a>
            <button
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => {
                setDetails(message.id)
                close()
              }}
            >
              <Info size={16} strokeWidth={1.8} aria-hidden />
              {t('menu.details')}
            </button>
          </div>
        </>
      )}
      {details !== null && message && (
        <Loaded part={detailsPart}>
          {({ Details }) => <Details message={message} history={history} dialogId={dialogId} onClose={() => setDetails(null)} />}
        </Loaded>
      )}
    </>
  )
}
