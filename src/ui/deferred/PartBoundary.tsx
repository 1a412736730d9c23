import { Suspense, useEffect, type ReactNode } from 'react'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { deferredLoads } from './DeferredLoads.ts'
import { PartLoadError } from './lazy-part.tsx'
import { PartFailure } from './PartFailure.tsx'

interface PartBoundaryProps {
  /** Stands in the place of what is inside until that has come. */
  readonly waiting?: ReactNode
  readonly children: ReactNode
}

/** The place of a `lazyPart`: shows it once it is there, and a sentence with Retry when it could not be loaded. */
export function PartBoundary({ waiting, children }: PartBoundaryProps) {
  return (
    <ErrorBoundary
      fallback={(error, again) => {
        // What breaks inside of a part that is there is a fault of it, and for whoever stands around to show.
        if (!(error instanceof PartLoadError)) throw error
        return <Missing onRetry={again} />
      }}
    >
      <Suspense fallback={waiting}>{children}</Suspense>
    </ErrorBoundary>
  )
}

/** @param onRetry called whenever what has failed is tried again, by whichever button */
function Missing({ onRetry }: { readonly onRetry: () => void }) {
  useEffect(() => deferredLoads.onRetry(onRetry), [onRetry])
  return <PartFailure />
}
