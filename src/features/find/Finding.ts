import { Cell } from '~/lib/Cell'
import { inSlices } from '~/lib/in-slices'
import { whileIdle } from '~/lib/while-idle'
import type { ReadText, ReadTexts } from '~/queries/ReadTexts'
import { FoldedTexts } from './FoldedTexts.ts'
import { countOf, NO_HITS, type FoundHits, type FoundMessage } from './found-hits.ts'

/** What was looked for last, and in which texts it was. */
interface Looked {
  readonly phrase: string
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
  /** Ends what is being prepared. */
  #preparing: AbortSignal | null = null

  constructor(texts: ReadTexts) {
    this.#texts = texts
  }

  /** What markup says may have changed; see `FoldedTexts.renew`. */
  renew(shown: (source: string) => string, manner: object = {}): void {
    this.folded.renew(shown, manner)
    this.wording.set(this.wording.get() + 1)
  }

  /**
   * Prepares all texts while nothing else is to be done, so that the first letter that is typed need not wait for that. It happens once at
   * a time; what is read meanwhile is prepared, too.
   */
  async prepare(signal: AbortSignal): Promise<void> {
    if (this.#preparing?.aborted === false) return
    this.#preparing = signal
    let prepared = ''
    while (prepared !== this.#version && !signal.aborted) {
      prepared = this.#version
      await whileIdle(this.#texts.inOrder(), this.folded.of, signal)
    }
    if (this.#preparing === signal) this.#preparing = null
  }

  /** Of the texts, and of how they are shown. */
  get #version(): string {
    return `${this.#texts.version.get()} ${this.wording.get()}`
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
    const version = this.#version
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
