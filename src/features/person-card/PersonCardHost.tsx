import { useRef } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { useOnMoved } from '~/dialog/useOnMoved'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useCell } from '~/ui/use-cell'
import { usePersonHover } from './usePersonHover.ts'

const PersonCard = lazyPart(() => import('./PersonCard.tsx').then((part) => part.PersonCard))

/** One card for all mentions and authors of the dialog. It closes when the name beside it moves. */
export function PersonCardHost() {
  const { shownPerson } = useDialog()
  const shown = useCell(shownPerson)
  const card = useRef<HTMLDivElement>(null)
  const { keep, leave } = usePersonHover(card)
  const hide = () => {
    keep()
    shownPerson.set(null)
  }
  useOnMoved(shown?.element ?? null, hide)
  // One that a resting pointer has brought goes with the pointer.
  useClosesOnBack(shown !== null && (shown.byKey || matchMedia('(hover: none)').matches), hide)
  return (
    shown && (
      <PartBoundary>
        <PersonCard shown={shown} card={card} onHide={hide} onEnter={keep} onLeave={leave} />
      </PartBoundary>
    )
  )
}
