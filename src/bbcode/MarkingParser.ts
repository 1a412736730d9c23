import { BitrixParser } from './BitrixParser.ts'
import type { SourceRange } from './hits.ts'
import { MarkedTextTag } from './MarkedTextTag.tsx'
import type { TextLeaf } from './pair.ts'

/** Marks what was looked for in the texts that it builds. */
export class MarkingParser extends BitrixParser {
  readonly #hits: readonly SourceRange[]

  /** @param hits ranges of the source, ascending; see `findHits` */
  constructor(hits: readonly SourceRange[]) {
    super()
    this.#hits = hits
  }

  protected override leaf({ text, start, end }: TextLeaf): MarkedTextTag {
    const hits = this.#hits
      .filter((hit) => hit.start < end && hit.end > start)
      .map((hit) => ({ start: Math.max(hit.start, start) - start, end: Math.min(hit.end, end) - start }))
    return new MarkedTextTag(text, hits)
  }
}
