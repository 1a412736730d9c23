import type { ReactNode } from 'react'
import type { Tag } from 'bbcode-to-react'
import { visibleText } from './visible-text.ts'

/**
 * Plain text among tags. It only looks like a tag of the package, whose constructor makes ten fields and three lists
 * for every piece of text: half of the time that a long message took.
 */
export class TextTag {
  readonly name = null
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  toReact(): ReactNode {
    return visibleText(this.text)
  }

  /** As its parent lists it. */
  asTag(): Tag {
    return this as unknown as Tag
  }
}

/** Whether a child is text. */
export const isText = (tag: Tag): boolean => (tag as unknown) instanceof TextTag
