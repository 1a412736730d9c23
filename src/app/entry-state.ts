import type { WindowStart } from '~/domain/cursor'
import type { MessageId } from '~/domain/ids'
import type { LeftPlace, Place } from '~/domain/place'

/** What each entry of the browser's history keeps beside its address. */
export interface EntryState {
  readonly entry: string
  readonly left: LeftPlace | null
  readonly start: WindowStart | null
}

const isEntry = (state: unknown): state is EntryState =>
  typeof state === 'object' && state !== null && 'entry' in state && typeof state.entry === 'string'

/** The present entry's state; an entry that has none yet gets one. */
export function entryState(): EntryState {
  const state: unknown = history.state
  if (isEntry(state)) return state
  const made: EntryState = { entry: crypto.randomUUID(), left: null, start: null }
  history.replaceState(made, '')
  return made
}

/** Where the present entry was, or, when it is new, where `target` or the end of the history is. */
export function presentPlace(target: MessageId | null): Place {
  const { entry, left, start } = entryState()
  const fresh: WindowStart = start ?? (target === null ? { at: 'newest', visit: 0 } : { at: 'around', id: target })
  return { entry, start: left?.start ?? fresh, target, anchor: left?.anchor ?? null }
}
