import type { ReactNode } from 'react'
import { readableInk } from '~/lib/ink'
import { BBCodeTag } from '../render/BBCodeTag.tsx'

/** `[COLOR=#abc]`: its hue, as dark or as light as it takes to be read on either theme. */
export class ColorTag extends BBCodeTag {
  override render(): ReactNode {
    return <span style={{ color: readableInk(this.node.value) }}>{this.content()}</span>
  }
}
