import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import type { WindowStart } from '~/domain/cursor'
import type { LeftPlace, Place } from '~/domain/place'
import type { LinkTarget, Navigation } from '~/navigation/NavigationContext'
import { entryState, presentPlace, type EntryState } from './entry-state.ts'
import { formatLocation, parseLocation, type AppLocation, type Address } from './location-codec.ts'

/** Browsers refuse to note more often than about three times a second. */
const NOTE_MS = 350

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

const snapshot = () => `${entryState().entry} ${location.search}`

/** Location and place of an entry; `now` is the snapshot that tells it from others. */
function readAddress(now: string): { readonly location: AppLocation; readonly place: Place } {
  const location = parseLocation(now.slice(now.indexOf(' ') + 1))
  return { location, place: presentPlace(location.messageId) }
}

export interface AppNavigation {
  readonly location: AppLocation
  readonly place: Place
  /** To be filled by what shows the place: where its reader is. */
  readonly readAnchor: React.RefObject<(() => LeftPlace) | null>
  readonly go: (to: Address, start?: WindowStart) => void
  /** Changes the address without a new entry, as when a placement names its dialog. */
  readonly replace: (to: Address) => void
  readonly hrefOf: Navigation['hrefOf']
}

/** The address as the state of the app. Every jump is an entry; scrolling never is one. */
export function useAppLocation(): AppNavigation {
  const now = useSyncExternalStore(subscribe, snapshot)
  // The place of an entry is read when it is come to; what is noted into it later is for the next time.
  const { location, place } = useMemo(() => readAddress(now), [now])
  const readAnchor = useRef<(() => LeftPlace) | null>(null)

  const note = useCallback(() => {
    const left = readAnchor.current?.()
    if (left) history.replaceState({ ...entryState(), left }, '')
  }, [])

  // A reload and a crash keep the place too: it is noted whenever scrolling has come to rest.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = () => {
      clearTimeout(timer)
      timer = setTimeout(note, NOTE_MS)
    }
    const events = [
      ['scrollend', soon],
      ['pagehide', note],
    ] as const
    for (const [event, listener] of events) window.addEventListener(event, listener, { capture: true })
    return () => {
      clearTimeout(timer)
      for (const [event, listener] of events) window.removeEventListener(event, listener, { capture: true })
    }
  }, [note])

  const go = useCallback(
    (to: Address, start?: WindowStart) => {
      note()
      const state: EntryState = { entry: crypto.randomUUID(), left: null, start: start ?? null }
      history.pushState(state, '', `${window.location.pathname}${formatLocation(window.location.search, to)}`)
      tell()
    },
    [note],
  )
  const replace = useCallback((to: Address) => {
    history.replaceState(entryState(), '', `${window.location.pathname}${formatLocation(window.location.search, to)}`)
    tell()
  }, [])
  const hrefOf = useCallback(({ dialogId, messageId }: LinkTarget) => {
    const present = parseLocation(window.location.search).dialogId
    return `${window.location.pathname}${formatLocation(window.location.search, { dialogId: dialogId ?? present, messageId: messageId ?? null })}`
  }, [])
  return { location, place, readAnchor, go, replace, hrefOf }
}
