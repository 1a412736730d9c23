import type { ReactNode } from 'react'
import { visibleText } from './visible-text.ts'

/**
 * Plain text among tags. It only looks like a tag of the package, whose constructor makes ten fields and three lists
 * for every piece of text: half of the time that a long message took.
 */
export class TextTag {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toReact(): ReactNode {
    return visibleText(this.text)
  }
}
