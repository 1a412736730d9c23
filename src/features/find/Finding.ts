import { Cell } from '~/lib/Cell'
import { inSlices } from '~/lib/in-slices'
import type { ReadText, ReadTexts } from '~/queries/ReadTexts'
import { FoldedTexts } from './FoldedTexts.ts'
import { countOf, NO_HITS, type FoundHits, type FoundMessage } from './found-hits.ts'

/** What was looked for last, and in which texts it was. */
interface Looked {
  readonly phrase: string
  /** Of the texts, and of how they are shown. */
  readonly version: string
  readonly texts: readonly ReadText[]
}

/** Finds phrases in what was read of a dialog. */
export class Finding {
  readonly #texts: ReadTexts
  readonly folded = new FoldedTexts()
  readonly hits = new Cell<FoundHits>(NO_HITS)
  /** Another number whenever markup says something else. */
  readonly wording = new Cell(0)
  #looked: Looked | null = null

  constructor(texts: ReadTexts) {
    this.#texts = texts
  }

  /** What markup says may have changed. @param shown the letters of a text as they stand on the screen */
  renew(shown: (source: string) => string): void {
    this.folded.renew(shown)
    this.wording.set(this.wording.get() + 1)
  }

  /** Prepares all texts, a few at a time: the first letter that is typed need not wait for that. */
  async prepare(signal: AbortSignal): Promise<void> {
    await inSlices(this.#texts.inOrder(), this.folded.of, signal)
  }

  /**
   * Finds a folded phrase; where it goes on from the last one, only among what that has found. A few milliseconds at a time, so that
   * typing goes on meanwhile. @returns whether it was found out, before it was ended
   */
  async look(phrase: string, signal: AbortSignal): Promise<boolean> {
    if (phrase === '') {
      this.hits.set(NO_HITS)
      return true
    }
    const version = `${this.#texts.version.get()} ${this.wording.get()}`
    const narrows = this.#looked?.version === version && phrase.includes(this.#looked.phrase)
    const among = (narrows && this.#looked?.texts) || this.#texts.inOrder()
    const texts: ReadText[] = []
    const messages: FoundMessage[] = []
    let total = 0
    const take = (read: ReadText) => {
      const count = countOf(this.folded.of(read), phrase)
      if (count === 0) return
      texts.push(read)
      messages.push({ id: read.id, sentAt: read.sentAt, count, before: total })
      total += count
    }
    if (!(await inSlices(among, take, signal))) return false
    this.#looked = { phrase, version, texts }
    this.hits.set({ phrase, messages, total })
    return true
  }
}
