import type { Side } from '~/domain/history/beyond'
import type { DialogId, MessageId, UserId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import { useDialog } from '../state/DialogContext.ts'
import { usePortalSession } from '../state/PortalSession.ts'

/** What is gone to: the first unread message, or from mention to mention of the reader, or through what one person wrote. */
export type Steps =
  | { readonly of: 'unread' }
  | { readonly of: 'mentions' }
  | { readonly of: 'person'; readonly id: UserId; /** As shown. */ readonly name: string }

/** One step. */
export interface Step {
  readonly steps: Steps
  /** Of no account for what is unread. */
  readonly side: Side
  /** The message that it begins at; null for where the reader is. */
  readonly from: MessageId | null
  /** Whether the message that it leads to gets the focus; otherwise it stays where it is. */
  readonly focus: boolean
}

/** Whoever offers a step wishes for it; `features/stepping` takes it. */
export class Stepping {
  readonly wish = new Cell<Step | null>(null)
}

class AllStepping {
  readonly #of = new Map<DialogId, Stepping>()

  of(dialogId: DialogId): Stepping {
    return getOrMake(this.#of, dialogId, () => new Stepping())
  }
}

/** Steps through the messages of the present dialog. */
export const useStepping = (): Stepping =>
  usePortalSession()
    .only(AllStepping, () => new AllStepping())
    .of(useDialog().id)
