import { Tag } from 'bbcode-to-react'
import type { ReactNode } from 'react'
import { visibleText } from './visible-text.ts'

/** Plain text. */
export class TextTag extends Tag {
  override toReact(): ReactNode {
    return visibleText(this.text)
  }
}
