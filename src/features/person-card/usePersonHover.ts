import { useEffect, useMemo, type RefObject } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import type { UserId } from '~/domain/ids'
import { useCell } from '~/ui/use-cell'

const SHOW_AFTER_MS = 250
/** Longer for an author's name, which the pointer often only passes over. */
const SHOW_AUTHOR_AFTER_MS = 600
const HIDE_AFTER_MS = 200

// Mentions and authors handle presses themselves. Hovering needs a delay, and one timer for all of them.
const MENTION = '[data-user-id]'
const AUTHOR = '[data-author-id]'

const namedAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(`${MENTION}, ${AUTHOR}`) : null

const idOf = ({ dataset }: HTMLElement): UserId => Number(dataset['userId'] ?? dataset['authorId']) as UserId

interface PersonHover {
  /** The pointer or the focus is in the card: it stays. */
  readonly keep: () => void
  /** They have left it: hides the card after a moment, unless they reach a name or the card before that. */
  readonly leave: () => void
}

/** Shows a person's card when the pointer rests on their name in the list or the focus reaches it, and hides it after both have left. */
export function usePersonHover(card: RefObject<HTMLElement | null>): PersonHover {
  const { timeline, shownPerson, showPerson } = useDialog()
  const view = useCell(timeline)
  const { keep, leave, showAfter, showNoOther } = useMemo(() => {
    let showing: ReturnType<typeof setTimeout> | undefined
    let hiding: ReturnType<typeof setTimeout> | undefined
    const keepShown = () => {
      clearTimeout(showing)
      clearTimeout(hiding)
      showing = undefined
    }
    // A card opened with the keyboard, or that has the focus, is closed by the keyboard or by a press outside.
    const hideAfterwards = () => {
      keepShown()
      hiding = setTimeout(() => {
        if (!shownPerson.get()?.byKey && !card.current?.contains(document.activeElement)) shownPerson.set(null)
      }, HIDE_AFTER_MS)
    }
    return {
      keep: keepShown,
      leave: hideAfterwards,
      showAfter: (ms: number, named: HTMLElement) => {
        keepShown()
        if (shownPerson.get()?.element !== named) showing = setTimeout(() => showPerson(idOf(named), named), ms)
      },
      // A card that was left for the one that does not come goes.
      showNoOther: () => {
        if (showing !== undefined) hideAfterwards()
      },
    }
  }, [card, shownPerson, showPerson])

  useEffect(() => {
    if (!view) return
    const list = view.element
    const onPointerOver = ({ target, pointerType }: PointerEvent) => {
      if (pointerType === 'touch') return
      const named = namedAt(target)
      if (named) showAfter(named.matches(AUTHOR) ? SHOW_AUTHOR_AFTER_MS : SHOW_AFTER_MS, named)
      else leave()
    }
    const onPointerLeave = ({ relatedTarget }: PointerEvent) => {
      // Into the card: React tells the card of that before the list hears of it.
      if (!(relatedTarget instanceof Node && card.current?.contains(relatedTarget))) leave()
    }
    const onFocusIn = ({ target }: FocusEvent) => {
      const named = namedAt(target)
      if (!named) leave()
      // A press focuses the name, too, and is handled there.
      else if (named.matches(':focus-visible')) showAfter(0, named)
    }
    // A mention may scroll under a pointer that does not move, or away from it. A card that has been left goes all the same.
    const onScroll = () => {
      showNoOther()
      const mention =
        view.speed === 'rest' && matchMedia('(hover: hover)').matches ? list.querySelector<HTMLElement>(`${MENTION}:hover`) : null
      if (mention) showAfter(SHOW_AFTER_MS, mention)
    }
    onScroll()
    list.addEventListener('pointerover', onPointerOver)
    list.addEventListener('pointerleave', onPointerLeave)
    list.addEventListener('focusin', onFocusIn)
    const unsubscribe = view.subscribe(onScroll)
    // A card shown or hidden by a press cancels what the timer was about to do.
    const unwatch = shownPerson.subscribe(keep)
    return () => {
      showNoOther()
      list.removeEventListener('pointerover', onPointerOver)
      list.removeEventListener('pointerleave', onPointerLeave)
      list.removeEventListener('focusin', onFocusIn)
      unsubscribe()
      unwatch()
    }
  }, [view, card, shownPerson, keep, leave, showAfter, showNoOther])

  // Nothing shows or goes any more once this has gone.
  useEffect(() => keep, [keep])
  return { keep, leave }
}
