import { Component, Suspense, type ReactNode } from 'react'
import { deferredLoads } from './DeferredLoads.ts'
import { PartLoadError } from './lazy-part.tsx'
import { PartFailure } from './PartFailure.tsx'

interface PartBoundaryProps {
  /** Stands in the place of what is inside until that has come. */
  readonly waiting?: ReactNode
  readonly children: ReactNode
}

/** The place of a `lazyPart`: shows it once it is there, and a sentence with Retry when it could not be loaded. */
export class PartBoundary extends Component<PartBoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null }
  #takeBack = () => {}

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override componentDidCatch(error: unknown) {
    if (error instanceof PartLoadError) this.#takeBack = deferredLoads.onRetry(() => this.setState({ error: null }))
  }

  override componentWillUnmount() {
    this.#takeBack()
  }

  override render() {
    const { error } = this.state
    if (error === null) return <Suspense fallback={this.props.waiting}>{this.props.children}</Suspense>
    // What breaks inside of a part that is there is a fault of it, and for whoever stands around to show.
    if (!(error instanceof PartLoadError)) throw error
    return <PartFailure />
  }
}
