import type { ReactNode } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import type { DeferredModule } from '~/ui/deferred/DeferredModule'

interface DeferredBlockProps<T> {
  readonly part: DeferredModule<T>
  /** Whether there is something to show. The height does not decide that, because it is an estimate. */
  readonly when: boolean | undefined
  /** Height reserved until the part has loaded. */
  readonly heightPx: number
  readonly children: (module: T) => ReactNode
}

/** A block of a row whose code comes later than the row. */
export const DeferredBlock = <T,>({ part, when, heightPx, children }: DeferredBlockProps<T>): ReactNode =>
  when && (
    <Deferred part={part} waiting={<div style={{ height: heightPx }} />}>
      {children}
    </Deferred>
  )
