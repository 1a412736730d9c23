import { autoUpdate, flip, offset, shift, useFloating } from '@floating-ui/react-dom'
import { useEffect, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useOnMoved } from '~/dialog/useOnMoved'
import { useCell } from '~/ui/use-cell'
import styles from './HintHost.module.css'

const hintedAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null

/** One label for everything in the messages that has a `data-hint`: below it, for what it explains stands above. By pointer, keyboard and tap. */
export function HintHost() {
  const { timeline } = useDialog()
  const view = useCell(timeline)
  const [hinted, setHinted] = useState<HTMLElement | null>(null)
  useOnMoved(hinted, () => setHinted(null))
  useEffect(() => {
    if (!view) return
    const stop = new AbortController()
    const { signal } = stop
    const list = view.element
    list.addEventListener('pointerover', ({ target, pointerType }) => pointerType === 'touch' || setHinted(hintedAt(target)), { signal })
    list.addEventListener('pointerleave', ({ pointerType }) => pointerType === 'touch' || setHinted(null), { signal })
    list.addEventListener('focusin', ({ target }) => setHinted(hintedAt(target)), { signal })
    list.addEventListener('focusout', () => setHinted(null), { signal })
    // Not every browser gives a button the focus when it is pressed.
    list.addEventListener('click', ({ target }) => setHinted(hintedAt(target)), { signal })
    return () => {
      stop.abort()
      setHinted(null)
    }
  }, [view])
  return hinted && view && <Hint key={hinted.dataset['hint']} hinted={hinted} list={view.element} />
}

function Hint({ hinted, list }: { readonly hinted: HTMLElement; readonly list: HTMLElement }) {
  const { refs, floatingStyles, isPositioned } = useFloating({
    elements: { reference: hinted },
    placement: 'bottom-start',
    whileElementsMounted: autoUpdate,
    middleware: [offset(6), flip({ boundary: list }), shift({ boundary: list, padding: 8 })],
  })
  return (
    <span
      ref={refs.setFloating}
      className={styles.hint}
      style={{ ...floatingStyles, visibility: isPositioned ? 'visible' : 'hidden' }}
      role="tooltip"
      aria-hidden
    >
      {hinted.dataset['hint']}
    </span>
  )
}
