import type { ReactNode } from 'react'
import { BBCodeTag } from './BBCodeTag.tsx'
import { mentionOf } from '../text/labels.ts'
import { Mention } from '../view/Mention.tsx'

/** `[USER=503]Ann[/USER]`: as written; with REPLACE or empty, the user's present name. */
export class UserTag extends BBCodeTag {
  override render(): ReactNode {
    const written = this.plain().trim()
    return mentionOf(this.node.value).id === 0 ? written : <Mention value={this.node.value} written={written} inLink={this.inLink()} />
  }
}
