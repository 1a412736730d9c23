import type { ReactNode } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import type { DeferredModule } from '~/ui/deferred/DeferredModule'

/** What a part draws, or a place of that height until it has come; nothing where the height is 0. */
export const later = <T,>(part: DeferredModule<T>, height: number, draw: (module: T) => ReactNode): ReactNode =>
  height > 0 && (
    <Deferred part={part} waiting={<div style={{ height }} />}>
      {draw}
    </Deferred>
  )
