import { Suspense, useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { useCellInTurn } from '../use-cell.ts'
import { deferredLoads } from './DeferredLoads.ts'
import { PartLoadError } from './lazy-part.tsx'
import { PartFailure } from './PartFailure.tsx'

interface PartBoundaryProps {
  /** Shown until its content has loaded. */
  readonly waiting?: ReactNode
  /** Where others say enough of a part that could not be loaded. */
  readonly quiet?: boolean
  readonly children: ReactNode
}

/** Shows a `lazyPart` once it has loaded, and a sentence with Retry when it could not be loaded. */
export function PartBoundary({ waiting, quiet = false, children }: PartBoundaryProps) {
  // Before that, each that suspends would be rendered twice, which the first messages would wait for.
  const isAllowed = useSyncExternalStore(deferredLoads.onAllowed, deferredLoads.isAllowed)
  // By itself React shows no part within 300 ms of what stands in for another.
  useCellInTurn(deferredLoads.loadedParts)
  if (!isAllowed) return waiting
  return (
    <ErrorBoundary
      fallback={(error, again) => {
        // An error inside a loaded part is a bug, for an outer boundary to show.
        if (!(error instanceof PartLoadError)) throw error
        return <Missing onRetry={again}>{!quiet && <PartFailure />}</Missing>
      }}
    >
      <Suspense fallback={waiting}>{children}</Suspense>
    </ErrorBoundary>
  )
}

/** @param onRetry called whenever what has failed is tried again, by whichever button */
function Missing({ onRetry, children }: { readonly onRetry: () => void; readonly children: ReactNode }) {
  useEffect(() => deferredLoads.onRetry(onRetry), [onRetry])
  return children
}
