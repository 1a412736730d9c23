import { autoUpdate, offset, shift, useFloating } from '@floating-ui/react-dom'
import { Ellipsis } from 'lucide-react'
import type { PointerEvent } from 'react'
import { useText } from '~/ui/i18n'
import styles from './MenuButton.module.css'

const HEIGHT = 28
/** Px by which it reaches over the upper edge of the message, and between it and the message's other edge or that of the list. */
const OVER = 10
const EDGE = 8

interface MenuButtonProps {
  readonly message: HTMLElement
  /** The list, which it does not leave. */
  readonly list: HTMLElement
  /** @param x @param y where the menu opens, px from the corner of the page */
  readonly onOpen: (x: number, y: number) => void
  readonly onPointerLeave: (event: PointerEvent) => void
}

/** At the corner of a message without being a part of it: rows know nothing of menus. */
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
