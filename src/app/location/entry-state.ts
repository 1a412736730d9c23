import type { WindowStart } from '~/domain/history/cursor'
import { isConversation, type MessageId } from '~/domain/ids'
import type { LeftPlace, Place } from '~/domain/history/place'
import { uniqueId } from '~/lib/unique-id'
import type { Address } from './location-codec.ts'
import type { LayeredState } from '~/navigation/BackStack'

/** What each entry of the browser's history keeps besides its address. */
export interface EntryState extends Partial<LayeredState> {
  readonly entry: string
  readonly left: LeftPlace | null
  readonly start: WindowStart | null
  /** The message that it leads to, where the address names the day alone. */
  readonly target?: MessageId | null
}

const isEntry = (state: unknown): state is EntryState =>
  typeof state === 'object' && state !== null && 'entry' in state && typeof state.entry === 'string'

/** The current entry's state; created if it has none yet. */
export function entryState(): EntryState {
  const state: unknown = history.state
  if (isEntry(state)) return state
  const made: EntryState = { entry: uniqueId(), left: null, start: null }
  history.replaceState(made, '')
  return made
}

/** Whether it is not known yet to which message the day of an address leads. */
export const awaitsDay = ({ day }: Pick<Address, 'day'>): boolean => Boolean(day) && entryState().start === null

/** Whether there is more to an address than a chat whose messages can be asked for at once. */
export const opensLater = (address: Pick<Address, 'dialogId' | 'day'>): boolean => isConversation(address.dialogId) || awaitsDay(address)

/** The reader's position in the current entry; for a new one, its message or the end of the history. */
export function presentPlace({ messageId, day = null }: Pick<Address, 'messageId' | 'day'>): Place {
  const { entry, left, start, target = messageId ?? null } = entryState()
  const fresh: WindowStart = start ?? (target === null ? { at: 'newest', visit: 0 } : { at: 'around', id: target })
  return { entry, start: left?.start ?? fresh, target, day, anchor: left?.anchor ?? null }
}
