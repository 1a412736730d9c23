import type { ChatFile } from '~/domain/message/chat-file'
import type { DialogId, FileId, MessageId } from '~/domain/ids'
import type { Message, TextMessage } from '~/domain/message/message'
import { filesOf } from '~/domain/message/message-files'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import type { RestClient } from '~/rest/client/client'
import { readInBulk, type BulkCursor } from '~/rest/methods/bulk-reader'

/** A message with an attachment or a link. */
export interface IndexedMessage {
  readonly message: TextMessage
  readonly files: readonly ChatFile[]
  readonly links: readonly string[]
}

type LinksOf = (text: string) => readonly string[]

/** How far a dialog has been scanned. */
export interface ScanProgress {
  /** Epoch ms of the oldest message that has been seen; null for none. */
  readonly oldestAt: number | null
  /** Whether nothing between there and the newest message was left out. */
  readonly contiguous: boolean
  /** Whether it goes back to the first message. */
  readonly complete: boolean
  readonly reading: boolean
  readonly failed: boolean
}

const SORT_MS = 150
/** How many entries are kept of what the reader only scrolled past: that may be a million messages. */
const MAX_READ = 500

/** Files and links of the messages of a dialog that have been read so far: the portal has no method that lists them. */
export class AttachmentIndex {
  /** What has been read, least recent first. */
  readonly #read = new Map<MessageId, IndexedMessage>()
  /** What scanning the dialog has found. */
  readonly #lookedFor = new Map<MessageId, IndexedMessage>()
  /** Already indexed: every new page brings all messages around it again. */
  readonly #seen = new WeakSet<Message>()
  /** Newest first. */
  readonly entries = new Cell<readonly IndexedMessage[]>([])
  readonly progress = new Cell<ScanProgress>({ oldestAt: null, contiguous: false, complete: false, reading: false, failed: false })
  /** Addresses linked from a text; given, because markup belongs to a higher layer. */
  readonly #linksOf: LinksOf
  #cursor: BulkCursor | null = null
  #reading: AbortController | null = null
  #sorting: ReturnType<typeof setTimeout> | undefined

  constructor(linksOf: LinksOf) {
    this.#linksOf = linksOf
  }

  /** Messages that have been read; beyond a limit, what was read least recently is dropped. */
  add(messages: readonly Message[], files: ReadonlyMap<FileId, ChatFile>): void {
    this.#collect(this.#read, messages, files)
    const gone = [...this.#read.values()].slice(0, -MAX_READ)
    for (const { message } of gone) {
      this.#read.delete(message.id)
      // A window that was left and opened again brings the very same message.
      this.#seen.delete(message)
    }
    const { contiguous, oldestAt } = this.progress.get()
    // Once the dialog has been scanned, the scan determines how far the list goes; what was read may lie anywhere.
    if (contiguous) return
    const present = gone.length > 0 ? [...this.#read.values()].map(({ message }) => message) : messages
    this.#tell({ oldestAt: oldestOf(present, gone.length > 0 ? null : oldestAt) })
  }

  #collect(into: Map<MessageId, IndexedMessage>, messages: readonly Message[], files: ReadonlyMap<FileId, ChatFile>): void {
    let more = false
    for (const message of messages) {
      if (this.#seen.has(message) || into.has(message.id)) continue
      this.#seen.add(message)
      if (message.kind !== 'message' || message.deleted) continue
      const brought = filesOf(message, files)
      const links = this.#linksOf(message.text)
      if (brought.length === 0 && links.length === 0) continue
      into.set(message.id, { message, files: brought, links })
      more = true
    }
    if (more) this.#sortSoon()
  }

  /** Continues the scan where it last ended, back to the first message or until it is stopped. */
  async read(client: RestClient, dialogId: DialogId): Promise<void> {
    if (this.#reading) return
    const reading = new AbortController()
    this.#reading = reading
    this.#tell({ reading: true, failed: false })
    try {
      for await (const page of readInBulk(client, dialogId, { direction: 'older', from: this.#cursor, signal: reading.signal })) {
        this.#collect(this.#lookedFor, page.messages, new Map(page.files.map((file) => [file.id, file])))
        this.#tell({ contiguous: true, oldestAt: oldestOf(page.messages, this.#cursor && this.progress.get().oldestAt) })
        this.#cursor = page.next
      }
      if (!reading.signal.aborted) this.#tell({ complete: true, contiguous: true })
    } catch {
      // Shown on the screen along with what was found; a retry continues from here.
      this.#tell({ failed: !reading.signal.aborted })
    } finally {
      this.#reading = null
      this.#tell({ reading: false })
    }
  }

  stop(): void {
    this.#reading?.abort()
  }

  /** Pages arrive faster than a person can look. */
  #sortSoon(): void {
    if (this.#sorting !== undefined) return
    this.#sorting = setTimeout(() => {
      this.#sorting = undefined
      this.entries.set([...new Map([...this.#lookedFor, ...this.#read]).values()].sort((a, b) => b.message.id - a.message.id))
    }, SORT_MS)
  }

  #tell(change: Partial<ScanProgress>): void {
    this.progress.set({ ...this.progress.get(), ...change })
  }
}

/** Epoch ms of the oldest of some messages and of what was known before; null where nothing is dated. */
function oldestOf(messages: readonly Message[], before: number | null): number | null {
  const dates = [...messages.map(({ sentAt }) => sentAt), before].filter((date) => date !== null)
  return dates.length > 0 ? Math.min(...dates) : null
}

const indexes = new WeakMap<RestClient, Map<DialogId, AttachmentIndex>>()

/** The index of a dialog; kept until the page is closed. */
export const attachmentIndexOf = (client: RestClient, dialogId: DialogId, linksOf: LinksOf): AttachmentIndex =>
  getOrMake(
    getOrMake(indexes, client, () => new Map<DialogId, AttachmentIndex>()),
    dialogId,
    () => new AttachmentIndex(linksOf),
  )
