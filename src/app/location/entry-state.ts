import type { WindowStart } from '~/domain/history/cursor'
import type { MessageId } from '~/domain/ids'
import type { LeftPlace, Place } from '~/domain/history/place'
import type { LayeredState } from '~/navigation/BackStack'

/** What each entry of the browser's history keeps besides its address. */
export interface EntryState extends Partial<LayeredState> {
  readonly entry: string
  readonly left: LeftPlace | null
  readonly start: WindowStart | null
}

const isEntry = (state: unknown): state is EntryState =>
  typeof state === 'object' && state !== null && 'entry' in state && typeof state.entry === 'string'

/** The current entry's state; created if it has none yet. */
export function entryState(): EntryState {
  const state: unknown = history.state
  if (isEntry(state)) return state
  const made: EntryState = { entry: crypto.randomUUID(), left: null, start: null }
  history.replaceState(made, '')
  return made
}

/** The reader's position in the current entry; for a new one, `target` or the end of the history. */
export function presentPlace(target: MessageId | null): Place {
  const { entry, left, start } = entryState()
  const fresh: WindowStart = start ?? (target === null ? { at: 'newest', visit: 0 } : { at: 'around', id: target })
  return { entry, start: left?.start ?? fresh, target, anchor: left?.anchor ?? null }
}
