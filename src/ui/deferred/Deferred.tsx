import { useSyncExternalStore, type ReactNode } from 'react'
import type { DeferredModule } from './DeferredModule.ts'
import { PartFailure } from './PartFailure.tsx'

interface DeferredProps<T> {
  readonly part: DeferredModule<T>
  /** Shown until it has loaded. */
  readonly waiting?: ReactNode
  /** Room that is kept until then instead, px. Being an estimate, it does not decide whether there is something to show. */
  readonly heightPx?: number
  readonly children: (module: T) => ReactNode
}

/**
 * Shows what a row needs of a module that loads later. Unlike `lazyPart` it renders in the same pass as its row
 * when the module is already loaded: a row that suspends costs a frame of scrolling.
 */
export function Deferred<T>({ part, waiting, heightPx, children }: DeferredProps<T>): ReactNode {
  const state = useSyncExternalStore(part.subscribe, part.state, part.state)
  if (state?.name === 'loaded') return children(state.module)
  if (state?.name === 'failed') return <PartFailure />
  return heightPx === undefined ? waiting : <div style={{ height: heightPx }} />
}
