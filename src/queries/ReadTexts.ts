import type { MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import { Cell } from '~/lib/Cell'
import type { HistoryData } from './history/history.ts'

/** What a message says, with its markup. Another object once that has changed. */
export interface ReadText {
  readonly id: MessageId
  /** Epoch ms. */
  readonly sentAt: number | null
  readonly text: string
}

/** How much is kept: more than anybody reads at one sitting, some ten megabytes. */
const MOST = { messages: 50_000, characters: 10_000_000 }

const hasText = (message: Message): boolean => message.kind !== 'unknown' && !message.deleted && message.text.trim() !== ''

/** The texts of a dialog that have been read, also those whose pages were dropped: without anything else, which would be most of it. */
export class ReadTexts {
  /** Those read first, first. */
  readonly #texts = new Map<MessageId, ReadText>()
  /** Windows as they were; one that has grown is another object. */
  readonly #seen = new WeakSet<HistoryData>()
  readonly #most: typeof MOST
  #characters = 0
  #sorted: readonly ReadText[] | null = null
  /** Another number whenever something has been read, changed or gone. */
  readonly version = new Cell(0)

  constructor(most = MOST) {
    this.#most = most
  }

  /** Ascending by id. */
  inOrder(): readonly ReadText[] {
    return (this.#sorted ??= [...this.#texts.values()].sort((a, b) => a.id - b.id))
  }

  /** Learns what windows of the dialog hold. What stood among their messages and is gone goes. */
  take(windows: readonly HistoryData[]): void {
    const fresh = windows.filter((window) => !this.#seen.has(window))
    const changed = fresh.filter((window) => {
      this.#seen.add(window)
      return this.#takeMessages(window.pages.flatMap(({ messages }) => messages))
    })
    if (changed.length === 0) return
    this.#dropOldest()
    this.#sorted = null
    this.version.set(this.version.get() + 1)
  }

  /** @returns whether something is other than before */
  #takeMessages(messages: readonly Message[]): boolean {
    const vanished = this.#vanished(messages)
    for (const id of vanished) this.#remove(id)
    const changed = messages.filter((message) => this.#takeMessage(message))
    return vanished.length > 0 || changed.length > 0
  }

  #takeMessage(message: Message): boolean {
    const { id, sentAt } = message
    const known = this.#texts.get(id)
    if (message.kind === 'unknown' || !hasText(message)) return this.#remove(id)
    if (known?.text === message.text && known.sentAt === sentAt) return false
    this.#remove(id)
    this.#texts.set(id, { id, sentAt, text: message.text })
    this.#characters += message.text.length
    return true
  }

  #vanished(messages: readonly Message[]): MessageId[] {
    const first = messages[0]
    const last = messages.at(-1)
    if (!first || !last) return []
    const present = new Set(messages.map(({ id }) => id))
    return [...this.#texts.keys()].filter((id) => id > first.id && id < last.id && !present.has(id))
  }

  #remove(id: MessageId): boolean {
    this.#characters -= this.#texts.get(id)?.text.length ?? 0
    return this.#texts.delete(id)
  }

  #dropOldest(): void {
    for (const id of this.#texts.keys()) {
      if (this.#texts.size <= this.#most.messages && this.#characters <= this.#most.characters) return
      this.#remove(id)
    }
  }
}
