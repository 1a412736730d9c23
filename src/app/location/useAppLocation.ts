import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import type { WindowStart } from '~/domain/history/cursor'
import type { LeftPlace, Place } from '~/domain/history/place'
import { IdleTimer } from '~/lib/IdleTimer'
import { uniqueId } from '~/lib/unique-id'
import type { LinkTarget, Navigation } from '~/navigation/NavigationContext'
import { entryState, presentPlace, type EntryState } from './entry-state.ts'
import { formatLocation, parseLocation, pathOnHost, type AppLocation, type Address } from './location-codec.ts'

/** Returns the reader's position; null while no messages are shown. */
export type ReadAnchor = RefObject<(() => LeftPlace | null) | null>

/** Browsers limit `replaceState` to about three calls a second. */
const NOTE_MS = 350
/** About how long browsers take to go back, ms. */
const LEAVING_MS = 30

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

/** What is searched for changes nothing about the place. */
const snapshot = () => `${entryState().entry} ${location.search.replace(/([?&])q=[^&]*/, '$1')}`

const addressOf = (to: Address) => `${pathOnHost(window.location.pathname)}${formatLocation(window.location.search, to)}`

/** Location and place of an entry; `now` is the snapshot that distinguishes it from others. */
function readAddress(now: string): { readonly location: AppLocation; readonly place: Place } {
  const location = parseLocation(now.slice(now.indexOf(' ') + 1))
  return { location, place: presentPlace(location) }
}

export interface AppNavigation {
  readonly location: AppLocation
  readonly place: Place
  /** Filled by the dialog on the screen: the reader's position in it, if messages are shown. */
  readonly readAnchor: ReadAnchor
  /** Saves the reader's position with the current entry at once, as before the dialog is left without another entry. */
  readonly note: () => void
  /** To be called when the reader has stopped scrolling. */
  readonly noteSoon: () => void
  /** @param left where the reader was when they left the dialog that is opened */
  readonly go: (to: Address, start?: WindowStart, left?: LeftPlace | null) => void
  /** Changes the address without a new entry, as when a placement names its dialog, and what is known of the entry. */
  readonly replace: (to: Address, known?: Partial<EntryState>) => void
  readonly hrefOf: Navigation['hrefOf']
}

/** The address as the state of the app. Every jump adds an entry; scrolling never does. */
export function useAppLocation(): AppNavigation {
  const now = useSyncExternalStore(subscribe, snapshot)
  // The place of an entry is read when the entry becomes current; what is saved into it later is for the next visit.
  const { location, place } = useMemo(() => readAddress(now), [now])
  const readAnchor: ReadAnchor = useRef<(() => LeftPlace | null) | null>(null)

  const note = useCallback(() => {
    const left = readAnchor.current?.()
    if (left) history.replaceState({ ...entryState(), left }, '')
  }, [])

  // The place is saved whenever the reader stops scrolling, so that it survives a reload or a crash.
  const [noting] = useState(() => new IdleTimer(NOTE_MS, note))
  useEffect(() => {
    window.addEventListener('pagehide', note)
    return () => {
      noting.stop()
      window.removeEventListener('pagehide', note)
    }
  }, [note, noting])

  const go = useCallback(
    (to: Address, start?: WindowStart, left: LeftPlace | null = null): void => {
      note()
      const { at = 0, passing, leaving } = entryState()
      // From an entry that is about to be left, the way back would undo the jump.
      if (leaving) return void setTimeout(go, LEAVING_MS, to, start, left)
      // A dialog that is opened is read anew: its newest page was another one when it was last opened.
      const latest: WindowStart | null = (to.messageId ?? to.day) ? null : { at: 'newest', visit: Date.now() }
      // What was open is left with the jump, which takes its entry.
      const state: EntryState = {
        entry: uniqueId(),
        left,
        start: start ?? latest,
        target: to.messageId ?? null,
        at: passing ? at : at + 1,
      }
      history[passing ? 'replaceState' : 'pushState'](state, '', addressOf(to))
      tell()
    },
    [note],
  )
  const replace = useCallback((to: Address, known?: Partial<EntryState>) => {
    history.replaceState({ ...entryState(), ...known }, '', addressOf(to))
    tell()
  }, [])
  const hrefOf = useCallback((to: LinkTarget) => {
    const present = parseLocation(window.location.search).dialogId
    return addressOf({ dialogId: present, ...to })
  }, [])
  return { location, place, readAnchor, note, noteSoon: noting.bump, go, replace, hrefOf }
}
