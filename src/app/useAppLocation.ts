import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { WindowStart } from '~/domain/cursor'
import type { DialogId, MessageId } from '~/domain/ids'
import type { LeftPlace, Place } from '~/features/timeline/place'
import { formatLocation, parseLocation, type AppLocation, type Destination } from './location-codec.ts'

/** What each entry of the browser's history keeps beside its address. */
interface EntryState {
  readonly entry: string
  readonly left: LeftPlace | null
  readonly start: WindowStart | null
}

const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

const isEntry = (state: unknown): state is EntryState => typeof state === 'object' && state !== null && 'entry' in state && typeof state.entry === 'string'

/** The present entry's state; an entry that has none yet gets one. */
function entryState(): EntryState {
  const state: unknown = history.state
  if (isEntry(state)) return state
  const made: EntryState = { entry: crypto.randomUUID(), left: null, start: null }
  history.replaceState(made, '')
  return made
}

const snapshot = () => `${entryState().entry} ${location.search}`

function placeOf({ entry, left, start }: EntryState, target: MessageId | null): Place {
  const fresh: WindowStart = start ?? (target === null ? { at: 'newest', visit: 0 } : { at: 'around', id: target })
  return { entry, start: left?.start ?? fresh, target, anchor: left?.anchor ?? null }
}

export interface AppNavigation {
  readonly location: AppLocation
  readonly place: Place
  /** To be filled by what shows the place: where its reader is. */
  readonly whereAmI: React.RefObject<(() => LeftPlace) | null>
  readonly go: (to: Destination, start?: WindowStart) => void
  /** Changes the address without a new entry, as when a placement names its dialog. */
  readonly replace: (to: Destination) => void
  readonly hrefOf: (to: { readonly dialogId?: DialogId; readonly messageId?: MessageId }) => string
}

/** The address as the state of the app. Every jump is an entry; scrolling never is one. */
export function useAppLocation(): AppNavigation {
  const now = useSyncExternalStore(subscribe, snapshot)
  const location = useMemo(() => parseLocation(window.location.search), [now])
  // The place of an entry is read when it is come to; what is noted into it later is for the next time.
  const place = useMemo(() => placeOf(entryState(), location.messageId), [now, location])
  const whereAmI = useRef<(() => LeftPlace) | null>(null)

  const note = useCallback(() => {
    const left = whereAmI.current?.()
    if (left) history.replaceState({ ...entryState(), left }, '')
  }, [])

  const noting = useRef(false)
  if (!noting.current) {
    noting.current = true
    // Reloading and leaving the page keep the place too.
    window.addEventListener('pagehide', note)
  }

  const go = useCallback(
    (to: Destination, start?: WindowStart) => {
      note()
      const state: EntryState = { entry: crypto.randomUUID(), left: null, start: start ?? null }
      history.pushState(state, '', `${window.location.pathname}${formatLocation(window.location.search, to)}`)
      tell()
    },
    [note],
  )
  const replace = useCallback((to: Destination) => {
    history.replaceState(entryState(), '', `${window.location.pathname}${formatLocation(window.location.search, to)}`)
    tell()
  }, [])
  const hrefOf = useCallback(
    ({ dialogId, messageId }: { readonly dialogId?: DialogId; readonly messageId?: MessageId }) => {
      const present = parseLocation(window.location.search).dialogId
      return `${window.location.pathname}${formatLocation(window.location.search, { dialogId: dialogId ?? present, messageId: messageId ?? null })}`
    },
    [],
  )
  return { location, place, whereAmI, go, replace, hrefOf }
}
