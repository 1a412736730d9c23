import type { ReactNode } from 'react'
import { readableTextColor } from '~/lib/readable-text-color'
import { BBCodeTag } from '../BBCodeTag.tsx'

/** `[COLOR=#abc]`: its hue, as dark or as light as either theme needs for it to be readable. */
export class ColorTag extends BBCodeTag {
  override render(): ReactNode {
    return <span style={{ color: readableTextColor(this.node.value) }}>{this.content()}</span>
  }
}
