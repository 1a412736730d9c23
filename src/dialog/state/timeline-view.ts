import type { MessageId } from '~/domain/ids'
import type { Anchor } from '~/domain/history/place'
import type { Cell } from '~/lib/Cell'
import type { Scrolled } from '~/ui/use-calm'
import type { MountedMessage } from '../mounted-messages.ts'

/** `fast`: messages go by too fast to look at a picture. */
export type ScrollSpeed = Scrolled['speed']

/** The visible part of a dialog's messages, for everything that lies over them. It exists while a window is shown. */
export interface TimelineView {
  /** The list that scrolls. */
  readonly element: HTMLElement
  /** The current one. A row that scrolls under a still pointer counts as hovered only once the list is at rest. */
  readonly speed: ScrollSpeed
  /** Whether the reader has not touched it since it opened: what changes the height of messages in sight need not wait. */
  readonly isUntouched: boolean
  /** Whether the end of the dialog is in sight. */
  readonly atEnd: boolean
  /** To be called once what comes later to the first picture is there: until then it stands at what it opened at. */
  settled(): void
  /** Calls after every scroll event and every change of `speed`. @returns unsubscribes */
  subscribe(listener: () => void): () => void
  /** The topmost fully visible message and its position; null while there is none. */
  anchor(): Anchor | null
  /**
   * Brings a message into view by the shortest way; one that is not loaded stays where it is. `focus` gives its row the focus, `alone`
   * without scrolling: it is on its way into view.
   */
  reveal(id: MessageId, options?: { readonly focus?: boolean | 'alone' }): void
  /** The mounted messages, oldest first; some are outside the viewport. */
  mounted(): readonly MountedMessage[]
}

/** Subscribes to whichever list is shown; also calls when another replaces it, as after a jump. @returns unsubscribes */
export function watchTimeline(timeline: Cell<TimelineView | null>, listener: () => void): () => void {
  let unsubscribe = timeline.get()?.subscribe(listener)
  const unwatch = timeline.subscribe(() => {
    unsubscribe?.()
    unsubscribe = timeline.get()?.subscribe(listener)
    listener()
  })
  return () => {
    unsubscribe?.()
    unwatch()
  }
}
