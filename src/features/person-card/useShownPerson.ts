import { useEffect } from 'react'
import type { UserId } from '~/domain/ids'
import { IdleTimer } from '~/lib/IdleTimer'
import { useDialog } from '~/dialog/DialogContext'
import type { ShownPerson } from '~/dialog/OpenDialog'
import { useCell } from '~/ui/use-cell'
import { placeWatch } from '~/dialog/place-watch'

const SHOW_AFTER_MS = 250
/** The pointer often only passes over an author's name. */
const SHOW_AUTHOR_AFTER_MS = 600
const HIDE_AFTER_MS = 200

const MENTION = '[data-user-id]'
const AUTHOR = '[data-author-id]'

const namedAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>(`${MENTION}, ${AUTHOR}`) : null

const personAt = (element: HTMLElement, byKey = false): ShownPerson => ({
  id: Number(element.dataset['userId'] ?? element.dataset['authorId']) as UserId,
  element,
  byKey,
})

/**
 * Whose card is shown: opened by hovering over a mention or an author, by focusing a mention, or by pressing either.
 * Escape and leaving close it.
 * @param card the card, once it is mounted
 */
export function useShownPerson(card: { readonly current: HTMLElement | null }): ShownPerson | null {
  const { shownPerson } = useDialog()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    /** For a still pointer while a mention appears or moves under it. */
    const rest = new IdleTimer(SHOW_AFTER_MS, () => {
      const mention = matchMedia('(hover: hover)').matches ? document.querySelector<HTMLElement>(`${MENTION}:hover`) : null
      shownPerson.set(mention && personAt(mention))
    })
    const stay = () => {
      clearTimeout(timer)
      rest.stop()
    }
    const later = (ms: number, next: ShownPerson | null) => {
      stay()
      timer = setTimeout(() => shownPerson.set(next), ms)
    }
    const inCard = (target: EventTarget | null) => target instanceof Node && card.current?.contains(target) === true
    const over = (event: PointerEvent) => {
      if (event.pointerType === 'touch') return
      const named = namedAt(event.target)
      if (named) later(named.matches(AUTHOR) ? SHOW_AUTHOR_AFTER_MS : SHOW_AFTER_MS, personAt(named))
      else if (inCard(event.target)) stay()
      else later(HIDE_AFTER_MS, null)
    }
    const focus = (event: FocusEvent) => {
      const named = namedAt(event.target)
      if (named?.matches(':focus-visible')) later(0, personAt(named))
      else if (inCard(event.target)) stay()
      else later(HIDE_AFTER_MS, null)
    }
    const press = (event: MouseEvent) => {
      const named = namedAt(event.target)
      // Shift selects messages.
      if (named && !(event.shiftKey && named.matches(AUTHOR))) later(0, personAt(named))
      else if (!inCard(event.target)) later(0, null)
    }
    const key = (event: KeyboardEvent) => {
      const named = namedAt(event.target)
      if (event.key === 'Escape') {
        if (inCard(event.target)) shownPerson.get()?.element.closest<HTMLElement>('[tabindex]')?.focus()
        later(0, null)
      } else if (named && (event.key === 'Enter' || event.key === ' ')) {
        event.preventDefault()
        later(0, personAt(named, true))
      }
    }
    let hasMoved: (() => boolean) | null = null
    const unwatch = shownPerson.subscribe(() => {
      const shown = shownPerson.get()
      hasMoved = shown && placeWatch(shown.element)
    })
    const scrolled = (event: Event) => {
      if (inCard(event.target) || hasMoved?.() === false) return
      shownPerson.set(null)
      clearTimeout(timer)
      rest.bump()
    }
    rest.bump()
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener('pointerover', over, { signal })
    document.addEventListener('focusin', focus, { signal })
    document.addEventListener('click', press, { signal })
    document.addEventListener('keydown', key, { signal })
    document.addEventListener('scroll', scrolled, { signal, capture: true, passive: true })
    return () => {
      stay()
      stop.abort()
      unwatch()
      shownPerson.set(null)
    }
  }, [card, shownPerson])
  return useCell(shownPerson)
}
