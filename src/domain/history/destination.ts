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

/** Whether a window has what a start promises (`fulfils`); null while it is not loaded. */
export type WindowFulfils = (window: WindowStart, promise: WindowStart) => boolean | null

/** The window that begins there if it is not loaded yet or has what it promises, else a new one. */
function usable(start: WindowStart, has: WindowFulfils): WindowStart {
  let window = start
  while (has(window, window) === false) window = { ...window, visit: (window.visit ?? 0) + 1 }
  return window
}

/**
 * Where a place of the browser's history leads.
 *
 * A place that was left is found again at the message that stood there, in its own window as long as that still holds the
 * message, else around it. A jump stays in the window that is shown when that holds the message, or the end.
 *
 * @param shown start of the window that is shown; null when the dialog is being opened
 */
export function resolveDestination(place: Place, shown: WindowStart | null, has: WindowFulfils): Destination {
  const { start, target, anchor } = place
  const around = (id: MessageId): WindowStart => ({ at: 'around', id })
  if (anchor !== null) {
    const window = has(start, around(anchor.id)) ? start : usable(around(anchor.id), has)
    return { start: window, scrollTo: { at: 'message', ...anchor } }
  }
  const windowWith = (promise: WindowStart) => (shown !== null && has(shown, promise) ? shown : usable(start, has))
  if (target !== null) return { start: windowWith(around(target)), scrollTo: { at: 'message', id: target, offset: null } }
  if (start.at === 'around') return { start: usable(start, has), scrollTo: { at: 'message', id: start.id, offset: null } }
  return { start: windowWith(start), scrollTo: { at: start.at === 'oldest' ? 'start' : 'end' } }
}
