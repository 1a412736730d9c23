import type { ReactNode } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import type { DeferredModule } from '~/ui/deferred/DeferredModule'

interface DeferredBlockProps<T> {
  readonly part: DeferredModule<T>
  /** Height reserved until the part has loaded. Being an estimate, it does not decide whether there is something to show. */
  readonly heightPx: number
  readonly children: (module: T) => ReactNode
}

/** A block of a row whose code comes later than the row. */
export const DeferredBlock = <T,>({ part, heightPx, children }: DeferredBlockProps<T>): ReactNode => (
  <Deferred part={part} waiting={<div style={{ height: heightPx }} />}>
    {children}
  </Deferred>
)
