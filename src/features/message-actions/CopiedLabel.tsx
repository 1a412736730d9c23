import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react-dom'
import { Check, X } from 'lucide-react'
import { useText } from '~/ui/i18n'
import styles from './CopiedLabel.module.css'

export interface CopiedAt {
  readonly done: boolean
  /** Where it was copied: a point or a box, px from the corner of the page. */
  readonly anchor: DOMRect
}

interface CopiedLabelProps extends CopiedAt {
  /** It stays inside the list. */
  readonly list: HTMLElement
}

/** Says where something was copied that it was, or that it could not be; what says it to screen readers is elsewhere, and always there. */
export function CopiedLabel({ done, anchor, list }: CopiedLabelProps) {
  const t = useText()
  const { refs, floatingStyles, isPositioned } = useFloating({
    elements: { reference: { getBoundingClientRect: () => anchor, contextElement: list } },
    strategy: 'fixed',
    placement: 'bottom-start',
    whileElementsMounted: autoUpdate,
    middleware: [offset(4), flip({ boundary: list }), shift({ boundary: list, padding: 8, crossAxis: true })],
  })
  const Sign = done ? Check : X
  return (
    <span
      ref={refs.setFloating}
      className={styles.label}
      data-failed={done ? undefined : ''}
      style={{ ...floatingStyles, visibility: isPositioned ? 'visible' : 'hidden' }}
      aria-hidden
    >
      <Sign size={16} strokeWidth={1.8} aria-hidden />
      {t(done ? 'copy.done' : 'copy.failed')}
    </span>
  )
}
