import { autoUpdate, offset, shift, useFloating } from '@floating-ui/react-dom'
import { Ellipsis } from 'lucide-react'
import type { PointerEvent } from 'react'
import { useText } from '~/ui/i18n'
import styles from './MenuButton.module.css'

const HEIGHT = 28
/** How far it extends above the message, and its distance from the message's side and the edges of the list, px. */
const OVER = 10
const EDGE = 8

interface MenuButtonProps {
  readonly message: HTMLElement
  /** It stays inside the list. */
  readonly list: HTMLElement
  /** Where the menu should open, px from the corner of the page. */
  readonly onOpen: (x: number, y: number) => void
  readonly onPointerLeave: (event: PointerEvent) => void
}

/** Positioned beside the message without being part of it: rows know nothing about menus. */
export function MenuButton({ message, list, onOpen, onPointerLeave }: MenuButtonProps) {
  const t = useText()
  const { refs, floatingStyles, isPositioned } = useFloating({
    elements: { reference: message },
    placement: 'top-end',
    whileElementsMounted: autoUpdate,
    middleware: [offset({ mainAxis: OVER - HEIGHT, alignmentAxis: EDGE }), shift({ boundary: list, padding: EDGE, crossAxis: true })],
  })
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
      onClick={(event) => {
        const { left, bottom } = event.currentTarget.getBoundingClientRect()
        onOpen(left, bottom + 4)
      }}
    >
      <Ellipsis size={18} strokeWidth={1.8} aria-hidden />
    </button>
  )
}
