import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import { useDialog } from './DialogContext.ts'
import { usePortalSession } from './PortalSession.ts'

/** What is marked on the rail at the edge of the messages. */
export type MarkKind = 'found' | 'file'

/** When what is marked was sent: epoch ms, in any order. */
export type Marks = readonly number[]

const NONE: Marks = []

/** What is marked on the rail of one dialog: whoever finds something says where it is, whoever shows it watches. */
export class TimelineMarks {
  readonly of: Readonly<Record<MarkKind, Cell<Marks>>> = { found: new Cell(NONE), file: new Cell(NONE) }
}

/** The marks of all dialogs. */
class AllMarks {
  readonly #marks = new Map<DialogId, TimelineMarks>()

  of(dialogId: DialogId): TimelineMarks {
    return getOrMake(this.#marks, dialogId, () => new TimelineMarks())
  }
}

/** What is marked on the rail of the present dialog. */
export const useTimelineMarks = (): TimelineMarks =>
  usePortalSession()
    .only(AllMarks, () => new AllMarks())
    .of(useDialog().id)
