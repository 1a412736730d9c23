import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { usePortalSession } from '~/dialog/state/PortalSession'
import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { Lru } from '~/lib/Lru'
import { watchMessages } from '~/queries/history/find-message'
import { windowsOf } from '~/queries/history/loaded-windows'
import { usePortal } from '~/queries/portal-context'
import { ReadTexts } from '~/queries/ReadTexts'
import { Finding } from './Finding.ts'

/** What was read of a dialog, and what was looked for in it. */
export class FindState {
  readonly texts = new ReadTexts()
  readonly finding = new Finding(this.texts)
  readonly typed = new Cell('')
}

/** Dialogs that are remembered; of more, those that were open longest ago are forgotten. */
const MAX_DIALOGS = 8

/** Those of all dialogs. */
class FindStates {
  readonly #states = new Lru<DialogId, FindState>(MAX_DIALOGS)

  of(dialogId: DialogId): FindState {
    const known = this.#states.get(dialogId) ?? new FindState()
    this.#states.set(dialogId, known)
    return known
  }
}

/** What was read of the present dialog, and what was looked for in it. */
export const useFindState = (): FindState =>
  usePortalSession()
    .only(FindStates, () => new FindStates())
    .of(useDialog().id)

/** Keeps what is read of the present dialog, in whichever of its windows. */
export function useReadTexts({ texts }: FindState): void {
  const queryClient = useQueryClient()
  const client = usePortal()
  const { id } = useDialog()
  useEffect(() => {
    const take = () => texts.take(windowsOf(queryClient, client, id))
    take()
    return watchMessages(queryClient, client, id, take)
  }, [texts, queryClient, client, id])
}
