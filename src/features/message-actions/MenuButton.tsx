import { autoUpdate, offset, shift, useFloating } from '@floating-ui/react-dom'
import { Ellipsis } from 'lucide-react'
import { useMemo, type MouseEvent, type PointerEvent } from 'react'
import { useText } from '~/ui/i18n'
import { contentBox } from './content-box.ts'
import styles from './MenuButton.module.css'

const WIDTH = 32
const HEIGHT = 28
/** How far it extends above the message where there is no room beside the writing, px. */
const OVER = 10
/** Its distance from the writing, and from the message's side and the edges of the list, px. */
const BESIDE = 12
const EDGE = 8

interface MenuButtonProps {
  readonly message: HTMLElement
  /** It stays inside the list. */
  readonly list: HTMLElement
  /** Opens the menu at a place of the page. */
  readonly onOpen: (anchor: DOMRect) => void
  readonly onPointerLeave: (event: PointerEvent) => void
}

/** Positioned beside what is written, without being part of the message: rows know nothing about menus. */
export function MenuButton({ message, list, onOpen, onPointerLeave }: MenuButtonProps) {
  const t = useText()
  const beside = useMemo(() => besideWriting(message), [message])
  const within = shift({ boundary: list, padding: EDGE, crossAxis: true })
  const { refs, floatingStyles, isPositioned } = useFloating({
    elements: { reference: beside ?? message },
    placement: beside ? 'right' : 'top-end',
    whileElementsMounted: autoUpdate,
    middleware: [beside ? offset(BESIDE) : offset({ mainAxis: OVER - HEIGHT, alignmentAxis: EDGE }), within],
  })
  const open = (event: MouseEvent<HTMLElement>) => onOpen(event.currentTarget.getBoundingClientRect())
  return (
    <button
      ref={refs.setFloating}
      type="button"
      className={styles.button}
      style={{ ...floatingStyles, visibility: isPositioned ? 'visible' : 'hidden' }}
      aria-haspopup="menu"
      aria-label={t('menu.label')}
      title={t('menu.label')}
      onPointerLeave={onPointerLeave}
      onClick={open}
      onContextMenu={(event) => {
        // It may have come under a pointer that was about to ask the message itself. With Shift the browser's own menu is meant, as there.
        if (event.shiftKey) return
        event.preventDefault()
        open(event)
      }}
    >
      <Ellipsis size={18} strokeWidth={1.8} aria-hidden />
    </button>
  )
}

/** The first line of a message, as long as its longest one; null where nothing fits beside that. */
function besideWriting(message: HTMLElement) {
  const { box } = contentBox(message)
  const rightToLeft = getComputedStyle(message).direction === 'rtl'
  if (rightToLeft || box.right + BESIDE + WIDTH + EDGE > message.getBoundingClientRect().right) return null
  const getBoundingClientRect = () => {
    const { box: now, firstLine } = contentBox(message)
    return new DOMRect(now.left, firstLine.top, now.width, firstLine.height)
  }
  return { getBoundingClientRect, contextElement: message }
}
