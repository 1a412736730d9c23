import { useSyncExternalStore, type ReactNode } from 'react'
import type { DeferredModule } from './DeferredModule.ts'
import { PartFailure } from './PartFailure.tsx'

interface DeferredProps<T> {
  readonly part: DeferredModule<T>
  /** Stands in its place until it has come. */
  readonly waiting?: ReactNode
  readonly children: (module: T) => ReactNode
}

/**
 * Shows what a row needs of a module that loads later. Unlike `lazyPart` it is drawn in the very pass in which its row is
 * drawn when the module has come by then: a row that suspends costs a frame of scrolling.
 */
export function Deferred<T>({ part, waiting, children }: DeferredProps<T>): ReactNode {
  const state = useSyncExternalStore(part.subscribe, part.state, part.state)
  if (state?.name === 'loaded') return children(state.module)
  return state?.name === 'failed' ? <PartFailure /> : waiting
}
