import { foldedText } from '~/lib/text/fold-text'
import type { ReadText } from '~/queries/ReadTexts'

/** Mentions, which say the names that people have now. */
const MENTION = /\[user=/i

type Folded = WeakMap<ReadText, string>

/** Texts as they are compared. Folding one takes longer than searching a hundred, so that it is done once. */
export class FoldedTexts {
  #plain: Folded = new WeakMap()
  /** With names of people in them. */
  #named: Folded = new WeakMap()
  #shown: (source: string) => string = (source) => source
  #manner: object | null = null

  /**
   * What markup says may have changed. @param shown the letters of a text as they stand on the screen @param manner another object whenever
   * it may say something else than names of people, which change with every page that is read
   */
  renew(shown: (source: string) => string, manner: object): void {
    this.#shown = shown
    this.#named = new WeakMap()
    if (manner === this.#manner) return
    this.#manner = manner
    this.#plain = new WeakMap()
  }

  readonly of = (read: ReadText): string => {
    const known = MENTION.test(read.text) ? this.#named : this.#plain
    let folded = known.get(read)
    if (folded === undefined) {
      folded = foldedText(this.#shown(read.text))
      known.set(read, folded)
    }
    return folded
  }
}
