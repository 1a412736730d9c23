import type { WindowStart } from './cursor.ts'
import type { MessageId } from '../ids.ts'
import type { Place } from './place.ts'

/** What a window is scrolled to. */
export type ScrollTarget =
  | { readonly at: 'start' }
  | { readonly at: 'end' }
  /** `offset`: from the top of the viewport, px; null for a third down, where the target of a jump is put. */
  | { readonly at: 'message'; readonly id: MessageId; readonly offset: number | null }

/** A window of a dialog's history, and what to show of it. */
export interface Destination {
  readonly start: WindowStart
  readonly scrollTo: ScrollTarget
}

/** Where an entry of the browser's history leads. */
export interface EntryDestination extends Destination {
  /** As in `Place`. */
  readonly entry: string
}

/**
 * Where a place of the browser's history leads.
 *
 * A place that was left is found again at the message that stood there, in its own window as long as that still holds the
 * message, else around it. A jump stays in the window that is shown when that holds the message.
 *
 * @param shown start of the window that is shown; null when the dialog is being opened
 * @param contains whether a window is loaded and holds a message
 */
export function resolveDestination(
  place: Place,
  shown: WindowStart | null,
  contains: (start: WindowStart, id: MessageId) => boolean,
): Destination {
  const { start, target, anchor } = place
  if (anchor !== null)
    return {
      start: contains(start, anchor.id) ? start : { at: 'around', id: anchor.id },
      scrollTo: { at: 'message', ...anchor },
    }
  if (target !== null)
    return {
      start: shown !== null && contains(shown, target) ? shown : start,
      scrollTo: { at: 'message', id: target, offset: null },
    }
  if (start.at === 'around') return { start, scrollTo: { at: 'message', id: start.id, offset: null } }
  return { start, scrollTo: { at: start.at === 'oldest' ? 'start' : 'end' } }
}
