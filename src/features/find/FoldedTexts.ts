import { foldedText } from '~/lib/text/fold-text'
import type { ReadText } from '~/queries/ReadTexts'

/** Texts as they are compared. Folding one takes longer than searching a hundred, so that it is done once. */
export class FoldedTexts {
  /** Without markup: they say the same to everybody. */
  readonly #bare = new WeakMap<ReadText, string>()
  /** With names, dates and labels in them. */
  #worded = new WeakMap<ReadText, string>()
  #shown: (source: string) => string = (source) => source

  /** What markup says may have changed. @param shown the letters of a text as they stand on the screen */
  renew(shown: (source: string) => string): void {
    this.#shown = shown
    this.#worded = new WeakMap()
  }

  readonly of = (read: ReadText): string => {
    const known = read.text.includes('[') ? this.#worded : this.#bare
    let folded = known.get(read)
    if (folded === undefined) {
      folded = foldedText(this.#shown(read.text))
      known.set(read, folded)
    }
    return folded
  }
}
