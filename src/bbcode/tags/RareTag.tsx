import type { TagClass } from 'bbcode-to-react'
import type { ReactNode } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { PlainTag } from './BBCodeTag.tsx'

/** Tags that few messages have, and what is heavy of the others. */
export const rareTagsPart = new DeferredModule(() => import('./rare-tags.ts'))

interface RareTagProps {
  readonly name: string
  /** Draws it as a tag of some class. */
  readonly draw: (tagClass: TagClass) => ReactNode
}

/** A tag that loads later; until then what is inside of it. */
export function RareTag({ name, draw }: RareTagProps) {
  return (
    <Deferred part={rareTagsPart} waiting={<Inside draw={draw} />}>
      {({ rareTags }) => draw(rareTags[name] ?? PlainTag)}
    </Deferred>
  )
}

/** An element of its own: what is inside is not drawn for nothing where the tag itself can be. */
const Inside = ({ draw }: Pick<RareTagProps, 'draw'>) => draw(PlainTag)
