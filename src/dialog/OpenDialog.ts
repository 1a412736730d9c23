import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import type { TimelineView } from './timeline-view.ts'

/** The dialog that is being read, and what is open over its messages. There is one object for as long as it is shown. */
export class OpenDialog {
  readonly id: DialogId
  /** What is shown of its messages; null while none are. */
  readonly timeline = new Cell<TimelineView | null>(null)

  constructor(id: DialogId) {
    this.id = id
  }
}
