import type { MessageId } from '~/domain/ids'
import { FoldedPieces } from '~/lib/text/find-in-pieces'
import { messageOf } from '../mounted-messages.ts'
import './found-words.css'
import { textPieces, type TextPiece } from './text-pieces.ts'

/** One place where a message contains what is looked for. */
export interface HitPlace {
  readonly id: MessageId
  /** Which of the places in the message, from 0. */
  readonly nth: number
}

/** What is to be painted. */
export interface FoundWords {
  /** As `foldPhrase` makes them. */
  readonly phrases: readonly string[]
  /** Whether a message has been found: words of others stay as they are. */
  readonly has: (id: MessageId) => boolean
  readonly current: HitPlace | null
}

/** Of one text that is mounted. */
interface PaintedText {
  readonly id: MessageId
  /** Of each place in it, in order, a range for every piece of text that it touches. */
  readonly places: readonly (readonly StaticRange[])[]
}

/** A text in the pieces in which it stands. */
interface ReadPieces {
  readonly pieces: readonly TextPiece[]
  readonly folded: FoldedPieces
}

const NOTHING: FoundWords = { phrases: [], has: () => false, current: null }
/** Above the colours of code. */
const PRIORITY = { find: 1, 'find-current': 2 } as const

/** Whether the browser can paint words. */
export const canPaint = (): boolean => 'highlights' in CSS && CSS.highlights !== undefined

/** What of the texts' surroundings decides whether they can be seen. */
const HIDING = ['hidden', 'data-clamped']

/**
 * Paints words in the messages of a list, by highlights and without a change of the page. Rows come and go while the list scrolls,
 * and texts change: both are noticed before the next frame.
 */
export class WordPainter {
  readonly #list: Element
  readonly #onPainted: () => void
  readonly #observer: MutationObserver
  readonly #all = newHighlight('find')
  readonly #here = newHighlight('find-current')
  readonly #painted = new Map<Element, PaintedText>()
  #read = new WeakMap<Element, ReadPieces>()
  #found = NOTHING

  /** @param onPainted called whenever something may have been painted anew */
  constructor(list: Element, onPainted: () => void) {
    this.#list = list
    this.#onPainted = onPainted
    if (this.#all && this.#here) CSS.highlights.set('find', this.#all).set('find-current', this.#here)
    this.#observer = new MutationObserver((changes) => this.#notice(changes))
    this.#observer.observe(list, { childList: true, characterData: true, subtree: true, attributeFilter: HIDING })
    // To read them takes longest of all that the first letter would wait for.
    for (const text of this.#texts()) this.#piecesOf(text)
  }

  show(found: FoundWords): void {
    const isSame = found.has === this.#found.has && found.phrases.join('\n') === this.#found.phrases.join('\n')
    if (!isSame) for (const text of this.#painted.keys()) this.#wipe(text)
    this.#found = found
    this.#paint()
  }

  /** Where a hit stands; null while its message is not mounted, or shows less than all of its text. */
  rangeOf({ id, nth }: HitPlace): Range | null {
    const text = [...this.#painted.values()].find((painted) => painted.id === id)
    const parts = text?.places[nth]
    const [first, last] = [parts?.[0], parts?.at(-1)]
    if (!first || !last) return null
    const range = new Range()
    range.setStart(first.startContainer, first.startOffset)
    range.setEnd(last.endContainer, last.endOffset)
    return range
  }

  /** The element of a message, if it is mounted. */
  elementOf(id: MessageId): HTMLElement | null {
    return this.#list.querySelector<HTMLElement>(`[data-message-id="${id}"]`)
  }

  stop(): void {
    this.#observer.disconnect()
    // Another list may have taken its place.
    if (!this.#all || CSS.highlights.get('find') !== this.#all) return
    CSS.highlights.delete('find')
    CSS.highlights.delete('find-current')
  }

  #notice(changes: readonly MutationRecord[]): void {
    for (const { target, type } of changes) {
      if (type === 'attributes') continue
      const element = target instanceof Element ? target : target.parentElement
      const text = element?.closest('[data-message-text]')
      if (!text) continue
      this.#read.delete(text)
      this.#wipe(text)
    }
    this.#paint()
  }

  #paint(): void {
    for (const text of this.#painted.keys()) if (!text.isConnected) this.#wipe(text)
    const { phrases, has, current } = this.#found
    for (const text of phrases.length > 0 ? this.#texts() : []) {
      const id = messageOf(text.closest<HTMLElement>('[data-message-id]'))?.id
      if (id === undefined || this.#painted.has(text) || !has(id)) continue
      const places = this.#placesIn(text, phrases)
      this.#painted.set(text, { id, places })
      for (const range of places.flat()) this.#all?.add(range)
    }
    this.#here?.clear()
    for (const { id, places } of this.#painted.values())
      if (id === current?.id) for (const range of places[current.nth] ?? []) this.#here?.add(range)
    this.#onPainted()
  }

  /** Those that are mounted. */
  #texts(): NodeListOf<Element> {
    return this.#list.querySelectorAll('[data-message-text]')
  }

  #placesIn(text: Element, phrases: readonly string[]): StaticRange[][] {
    const { pieces, folded } = this.#piecesOf(text)
    return phrases
      .flatMap((phrase) => folded.find(phrase))
      .map((parts) =>
        parts.flatMap(({ piece, start, end }) => {
          const node = pieces[piece]?.node
          return node ? [new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end })] : []
        }),
      )
  }

  #piecesOf(text: Element): ReadPieces {
    const known = this.#read.get(text)
    if (known) return known
    const pieces = textPieces(text)
    const read = { pieces, folded: new FoldedPieces(pieces.map((piece) => piece.text)) }
    this.#read.set(text, read)
    return read
  }

  #wipe(text: Element): void {
    for (const range of this.#painted.get(text)?.places.flat() ?? []) this.#all?.delete(range)
    this.#painted.delete(text)
  }
}

function newHighlight(name: keyof typeof PRIORITY): Highlight | null {
  if (!canPaint()) return null
  const highlight = new Highlight()
  highlight.priority = PRIORITY[name]
  return highlight
}
