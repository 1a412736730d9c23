import type { ReactNode } from 'react'
import { Loaded } from '~/ui/deferred/Loaded'
import type { Part } from '~/ui/deferred/part'

/** What a part draws, or a place of that height until it has come; nothing where the height is 0. */
export const later = <T,>(part: Part<T>, height: number, draw: (module: T) => ReactNode): ReactNode =>
  height > 0 && (
    <Loaded part={part} waiting={<div style={{ height }} />}>
      {draw}
    </Loaded>
  )
