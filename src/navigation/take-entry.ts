import type { LayeredState } from './BackStack.ts'

/** The next jump takes the place of the present entry of the browser's history, in which nobody has come to rest. */
export function takePresentEntry(history: Pick<History, 'state' | 'replaceState'>): void {
  const passing: Partial<LayeredState> = { ...(history.state as Partial<LayeredState> | null), passing: true }
  history.replaceState(passing, '')
}
