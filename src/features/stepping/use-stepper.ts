import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useStepping, type Step } from '~/dialog/stepping/Stepping'
import { useUnreadAtOpening, type UnreadAtOpening } from '~/dialog/stepping/unread-at-opening'
import type { From } from '~/domain/history/beyond'
import type { LastRead } from '~/domain/history/unread-border'
import type { MessageId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { useNavigation } from '~/navigation/NavigationContext'
import { chatCardQuery } from '~/queries/chats'
import { findFirstUnread } from '~/queries/history/first-unread'
import { stepFrom, type StepOptions, type StepWanted } from '~/queries/history/step'
import type { SearchScope } from '~/queries/MessageSearch'
import { ownIdQuery } from '~/queries/people'
import { usePortal } from '~/queries/portal-context'
import { useStableCallback } from '~/ui/use-stable-callback'
import { stepsFrom } from './here.ts'
import { isMentionOf, mentionPhrases } from './mention.ts'
import { Stepper } from './Stepper.ts'

/** @param opened what was unread when the dialog was opened; null where that is not known yet */
async function findUnread(scope: SearchScope, opened: UnreadAtOpening | null, { signal }: StepOptions): Promise<MessageId | null> {
  const { unread, lastReadId } = opened ?? (await scope.queryClient.fetchQuery(chatCardQuery(scope.client, scope.dialogId)))
  if (unread === 0) return null
  if (lastReadId === null) throw new PortalError('contract', 'The portal does not tell what was read.', { detail: 'CHAT' })
  return findFirstUnread(scope, lastReadId as LastRead, signal)
}

/** Takes the steps that anybody wishes for, for as long as the dialog is shown. */
export function useStepper(): Stepper {
  const dialog = useDialog()
  const stepping = useStepping()
  const client = usePortal()
  const queryClient = useQueryClient()
  const { open } = useNavigation()
  const { unread } = useUnreadAtOpening()
  const scope: SearchScope = { queryClient, client, dialogId: dialog.id }

  const wantedOf = async ({ steps }: Step): Promise<StepWanted> => {
    if (steps.of === 'person')
      return {
        phrases: [],
        isWanted: (message) => message.kind === 'message' && message.authorId === steps.id && !message.deleted,
      }
    const ownId = await queryClient.ensureQueryData(ownIdQuery(client))
    if (ownId === null) throw new PortalError('contract', 'The portal does not tell who reads.', { detail: 'PROFILE' })
    return { phrases: mentionPhrases(ownId), isWanted: (message) => isMentionOf(message, ownId) }
  }
  const find = useStableCallback(async (step: Step, from: From | null, options: StepOptions) => {
    if (step.steps.of === 'unread') return findUnread(scope, unread, options)
    if (from === null) return null
    return stepFrom(scope, from, await wantedOf(step), options)
  })
  const go = useStableCallback((messageId: MessageId, { focus }: Step) => {
    open({ messageId })
    if (!focus) dialog.focusFollows = false
  })
  const [stepper] = useState(() => {
    const made: Stepper = new Stepper({
      fromOf: ({ from, side }) =>
        from === null ? stepsFrom(dialog.timeline.get(), made.arrived, side) : { id: from, including: false, side },
      find,
      open: go,
    })
    return made
  })
  useEffect(() => {
    const take = () => {
      const step = stepping.wish.get()
      if (!step) return
      stepping.wish.set(null)
      void stepper.take(step)
    }
    take()
    return stepping.wish.subscribe(take)
  }, [stepping, stepper])
  useEffect(() => stepper.close, [stepper])
  return stepper
}
