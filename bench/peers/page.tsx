import { useSyncExternalStore, type ComponentType } from 'react'
import { createRoot } from 'react-dom/client'
import './page.css'
import { PeerStore } from './store.ts'

export interface ListProps {
  readonly store: PeerStore
}

/** What is mounted beyond the viewport, px; the same for all. */
export const BUFFER_PX = 1_200
export const ROW_PX = 92
/** How far below the first message older ones are requested, px; can be set in the address. */
export const PREFETCH_PX = Number(new URLSearchParams(location.search).get('ahead') ?? 20 * ROW_PX)
/** The same in rows before the first one in sight. */
export const PREFETCH_ROWS = Math.round(PREFETCH_PX / ROW_PX)

/** A page with one list; the benchmark drives it through `window.peer`. */
export function showPeer(List: ComponentType<ListProps>): void {
  const store = new PeerStore()
  void store.open()
  Object.assign(window, { peer: store })
  function Page() {
    const place = useSyncExternalStore(store.subscribe, () => store.place)
    return place === 0 ? null : <List key={place} store={store} />
  }
  createRoot(document.getElementById('root') as HTMLElement).render(<Page />)
}

export const useMessages = (store: PeerStore) => useSyncExternalStore(store.subscribe, () => store.messages)

export const indexOf = (store: PeerStore): number =>
  store.target === null ? store.messages.length - 1 : store.messages.findIndex((message) => message.id === store.target)
