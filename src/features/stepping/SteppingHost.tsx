import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { authorName } from '~/dialog/author-name'
import { useDialog } from '~/dialog/state/DialogContext'
import { seenMessages } from '~/dialog/state/seen-messages'
import { useShortcut } from '~/dialog/shortcuts/Shortcuts'
import { useStepping } from '~/dialog/stepping/Stepping'
import { useFindUser } from '~/dialog/use-find-user'
import type { Side } from '~/domain/history/beyond'
import type { MessageId } from '~/domain/ids'
import { findMessage } from '~/queries/history/find-message'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { presentMessage } from './here.ts'
import { Steps } from './Steps.tsx'
import type { Stepper } from './Stepper.ts'
import { useStepper } from './use-stepper.ts'

/** Steps from message to message: what is wished for is taken here, and shown how it goes. */
export function SteppingHost() {
  const stepper = useStepper()
  useStepKeys(stepper)
  useEscape(stepper)
  return <Steps stepper={stepper} />
}

function useStepKeys(stepper: Stepper): void {
  const { wish } = useStepping()
  const personHere = usePersonHere(stepper)
  const stepMentions = (side: Side) => wish.set({ steps: { of: 'mentions' }, side, from: null, focus: true })
  const stepPerson = (side: Side) => {
    const here = personHere()
    if (!here) return false
    const { from, ...person } = here
    wish.set({ steps: { of: 'person', ...person }, side, from, focus: true })
  }
  useShortcut('firstUnread', () => wish.set({ steps: { of: 'unread' }, side: 'older', from: null, focus: true }))
  useShortcut('nextMention', () => stepMentions('newer'))
  useShortcut('previousMention', () => stepMentions('older'))
  useShortcut('nextOfPerson', () => stepPerson('newer'))
  useShortcut('previousOfPerson', () => stepPerson('older'))
}

/** Finds whose message the reader is at, or the first one of a person on the screen. */
function usePersonHere(stepper: Stepper) {
  const t = useText()
  const client = usePortal()
  const queryClient = useQueryClient()
  const findUser = useFindUser()
  const { id: dialogId, timeline } = useDialog()
  return () => {
    const view = timeline.get()
    const seen = seenMessages(view)
    const top = view?.anchor()?.id ?? 0
    const present = presentMessage(view, stepper.arrived, seen)
    const candidates = present === null ? ([...seen] as MessageId[]).filter((id) => id >= top) : [present]
    for (const from of candidates) {
      const message = findMessage(queryClient, client, dialogId, from)?.message
      if (message?.kind === 'message') return { from, id: message.authorId, name: authorName(message, findUser(message.authorId), t) }
    }
    return null
  }
}

/** Escape, pressed in the messages, ends what is under way, and then what is said of it. */
function useEscape(stepper: Stepper): void {
  const view = useCell(useDialog().timeline)
  useEffect(() => {
    if (!view) return
    const stop = new AbortController()
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || stepper.state.get() === null) return
      event.preventDefault()
      stepper.leave()
    }
    view.element.addEventListener('keydown', onKeyDown, { signal: stop.signal })
    return () => stop.abort()
  }, [view, stepper])
}
