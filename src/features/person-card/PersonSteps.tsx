import { ArrowDown, ArrowUp } from 'lucide-react'
import { messageAt } from '~/dialog/message-at'
import { useMakeWay } from '~/dialog/side-panel/use-make-way'
import type { ShownPerson } from '~/dialog/state/OpenDialog'
import { useStepping } from '~/dialog/stepping/Stepping'
import type { Side } from '~/domain/history/beyond'
import { useText } from '~/ui/i18n'

interface PersonStepsProps {
  readonly shown: ShownPerson
  readonly name: string
  /** The card makes way. */
  readonly onStep: () => void
}

/** To what they have written before and after: the message beside whose name the card stands, or what is being read. */
export function PersonSteps({ shown: { id, element, byKey }, name, onStep }: PersonStepsProps) {
  const t = useText()
  const { wish } = useStepping()
  const makeWay = useMakeWay()
  const step = (side: Side) => () => {
    onStep()
    makeWay()
    wish.set({ steps: { of: 'person', id, name }, side, from: messageAt(element)?.id ?? null, focus: byKey })
  }
  return (
    <>
      <button type="button" onClick={step('older')}>
        <ArrowUp size={14} strokeWidth={1.8} aria-hidden />
        {t('person.older')}
      </button>
      <button type="button" onClick={step('newer')}>
        <ArrowDown size={14} strokeWidth={1.8} aria-hidden />
        {t('person.newer')}
      </button>
    </>
  )
}
