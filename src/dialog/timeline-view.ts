import type { MessageId } from '~/domain/ids'
import type { Anchor } from '~/domain/place'
import type { Cell } from '~/lib/Cell'
import type { MountedMessage } from './mounted-messages.ts'

/** `fast`: messages go by faster than anybody can look at a picture. */
export type ScrollSpeed = 'rest' | 'slow' | 'fast'

/** What is shown of a dialog's messages, for everything that lies over them. There is one while a window is shown. */
export interface TimelineView {
  /** The list that scrolls. */
  readonly element: HTMLElement
  /** Of now. What comes beneath a pointer that lies still is meant only once the list is at rest. */
  readonly speed: ScrollSpeed
  /** Calls after every event of scrolling and at every change of `speed`. @returns ends it */
  subscribe(listener: () => void): () => void
  /** The topmost message that is wholly in sight, and where it stands; null while there is none. */
  anchor(): Anchor | null
  /** Brings a message into view by the shortest way; one that is not loaded stays where it is. `focus` gives its row the focus. */
  reveal(id: MessageId, options?: { readonly focus?: boolean }): void
  /** Those that are on the page, oldest first; some of them are out of sight. */
  mounted(): readonly MountedMessage[]
}

/** Subscribes to whichever list is shown; calls also when another takes its place, as after a jump. @returns ends it */
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
