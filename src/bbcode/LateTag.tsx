import type { ReactNode } from 'react'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { BBCodeTag } from './tags/BBCodeTag.tsx'

/** What is rare in a text. */
export const lateTagsPart = new DeferredModule(() => import('./late-tags.ts'))

/** A tag that is drawn by `late-tags.ts` once that has come, and by what is inside of it until then. */
export class LateTag extends BBCodeTag {
  override render(): ReactNode {
    return <Late tag={this} name={this.node.name} waiting={<Inside tag={this} />} />
  }
}

/** An element of its own: what is inside is not drawn for nothing where the tag itself can be. */
const Inside = ({ tag }: { readonly tag: BBCodeTag }) => tag.content()

interface LateProps {
  readonly tag: BBCodeTag
  /** Name in the table of late tags. */
  readonly name: string
  readonly waiting: ReactNode
}

export function Late({ tag, name, waiting }: LateProps) {
  return (
    <Deferred part={lateTagsPart} waiting={waiting}>
      {({ drawLate }) => drawLate(name, tag)}
    </Deferred>
  )
}
