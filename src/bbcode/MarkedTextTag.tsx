import type { ReactNode } from 'react'
import type { SourceRange } from './hits.ts'
import { TextTag } from './TextTag.ts'
import { visibleText } from './visible-text.ts'

/** Plain text with what was looked for marked. */
export class MarkedTextTag extends TextTag {
  readonly #hits: readonly SourceRange[]

  /** @param hits ranges of `text`, ascending */
  constructor(text: string, hits: readonly SourceRange[]) {
    super(text)
    this.#hits = hits
  }

  override toReact(): ReactNode {
    let from = 0
    const parts = this.#hits.flatMap(({ start, end }) => {
      const before = visibleText(this.text.slice(from, start))
      from = end
      return [before, <mark key={start}>{visibleText(this.text.slice(start, end))}</mark>]
    })
    return [...parts, visibleText(this.text.slice(from))]
  }
}
