import { Component, type ReactNode } from 'react'

interface ErrorBoundaryProps {
  /** Stands in the place of what could not be drawn; `again` draws it once more. May throw what is not its business. */
  readonly fallback: (error: unknown, again: () => void) => ReactNode
  readonly children: ReactNode
}

/** Bounds the harm of an error to what is inside. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failure: { readonly error: unknown } | null }> {
  override state: { readonly failure: { readonly error: unknown } | null } = { failure: null }

  static getDerivedStateFromError(error: unknown) {
    return { failure: { error } }
  }

  readonly #again = () => this.setState({ failure: null })

  override render() {
    const { failure } = this.state
    return failure ? this.props.fallback(failure.error, this.#again) : this.props.children
  }
}
