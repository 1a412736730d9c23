import { Cell } from '~/lib/Cell'

/** What the reader sees of the list, as far as others need to know. */
export interface View {
  /** Day of the topmost message, where nothing on the screen names it. */
  readonly topDay: string | null
  readonly atEnd: boolean
}

/** Changes while scrolling, so only what shows it is drawn anew, and never the list. */
export class ViewStore extends Cell<View> {
  /** Tells nobody of what is as it was. */
  show(view: View): void {
    const { topDay, atEnd } = this.get()
    if (topDay !== view.topDay || atEnd !== view.atEnd) this.set(view)
  }
}
