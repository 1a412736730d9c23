import type { ReactNode } from 'react'
import { BitrixParser } from '~/bbcode/BitrixParser'
import type { SourceRange } from '~/bbcode/text/hits'
import type { TextLeaf } from '~/bbcode/parse/message-tree'
import { visibleText } from '~/lib/text/visible-text'

/** Highlights search hits in the texts that it renders. */
export class MarkingParser extends BitrixParser {
  readonly #hits: readonly SourceRange[]

  /** @param hits ranges of the source, ascending; see `findHits` */
  constructor(hits: readonly SourceRange[]) {
    super()
    this.#hits = hits
  }

  protected override leaf({ text, start, end }: TextLeaf): ReactNode {
    let from = start
    const slice = (to: number) => visibleText(text.slice(from - start, to - start))
    const parts = this.#hits
      .filter((hit) => hit.start < end && hit.end > start)
      .flatMap((hit) => {
        const before = slice(hit.start)
        from = Math.max(hit.start, start)
        const marked = <mark key={from}>{slice(hit.end)}</mark>
        from = hit.end
        return [before, marked]
      })
    return [...parts, slice(end)]
  }
}
