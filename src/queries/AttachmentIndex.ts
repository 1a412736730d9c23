import type { ChatFile } from '~/domain/message/chat-file'
import type { History } from '~/domain/history/history'
import type { DialogId, MessageId } from '~/domain/ids'
import type { Message, TextMessage } from '~/domain/message/message'
import { filesOf } from '~/domain/message/message-files'
import type { User } from '~/domain/people/user'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import { inSlices } from '~/lib/in-slices'
import { Lru } from '~/lib/Lru'
import type { RestClient } from '~/rest/client/client'
import { readInBulk, type BulkCursor, type BulkPage } from '~/rest/methods/history/bulk-reader'
import { FoundAttachments } from './FoundAttachments.ts'

/** A message with an attachment or a link. */
export interface IndexedMessage {
  /** Without its text and its record: they would be most of what is held. */
  readonly message: TextMessage
  /** As its page described them: the window that is read need not know who wrote elsewhere. Undefined where the page did not. */
  readonly author: User | undefined
  readonly files: readonly ChatFile[]
  readonly links: readonly string[]
}

/** What came with some messages. */
type Brought = Pick<History, 'files' | 'users'>

type LinksOf = (text: string) => readonly string[]

/** How far a dialog has been scanned. */
export interface ScanProgress {
  /** Epoch ms of the oldest message that has been seen; null for none. */
  readonly oldestAt: number | null
  /** Whether nothing between there and the newest message was left out. */
  readonly contiguous: boolean
  /** Epoch ms at which the newest message was known to be among them; null where the dialog has not been scanned. */
  readonly newestKnownAt: number | null
  /** Whether it goes back to the first message. */
  readonly complete: boolean
  /** Whether as much was found as is kept: what is older is not listed. */
  readonly full: boolean
  readonly reading: boolean
  /** Why the scan broke off; null where it did not, or where the reader stopped it. */
  readonly failure: unknown
}

const NOT_SCANNED: ScanProgress = {
  oldestAt: null,
  contiguous: false,
  newestKnownAt: null,
  complete: false,
  full: false,
  reading: false,
  failure: null,
}

/** Pages arrive faster than a person can look, ms; a long list takes longer to draw. */
const publishAfter = (entries: number): number => 150 + entries / 20
/** How many entries are kept of what the reader only scrolled past: that may be a million messages. */
const MAX_READ = 500
/** How many are kept of what was looked for, some ten megabytes. */
export const MAX_FOUND = 20_000
/** After a message has vanished, one of those before it still leads further. */
const PROBES = 50

const isKept = (message: Message): message is TextMessage => message.kind !== 'unknown' && !message.deleted

/** Where the scan is continued towards newer messages: beyond the newest of some, which ascend. */
function newestOf(messages: readonly Message[]): BulkCursor | null {
  const [newest, ...before] = messages
    .slice(-PROBES)
    .map(({ id }) => id)
    .toReversed()
  return newest === undefined ? null : { than: newest, probes: before }
}

/** Files and links of the messages of a dialog that have been read so far: the portal has no method that lists them. */
export class AttachmentIndex {
  /** What has been read, least recent first. */
  readonly #read = new Map<MessageId, IndexedMessage & { readonly source: Message }>()
  /** What scanning the dialog has found. */
  readonly #found: FoundAttachments<IndexedMessage>
  /** Already indexed: every new page brings all messages around it again. */
  readonly #seen = new WeakSet<Message>()
  /** Newest first. */
  readonly entries = new Cell<readonly IndexedMessage[]>([])
  readonly progress = new Cell<ScanProgress>(NOT_SCANNED)
  /** Addresses linked from a text; given, because markup belongs to a higher layer. */
  readonly #linksOf: LinksOf
  /** Those of messages that are not in the index yet. */
  readonly #links = new WeakMap<Message, readonly string[]>()
  readonly #maxFound: number
  /** Where the scan goes on, in either direction; null before it has begun. */
  #older: BulkCursor | null = null
  #newer: BulkCursor | null = null
  #reading: AbortController | null = null
  #publishing: ReturnType<typeof setTimeout> | undefined
  #changed = false

  constructor(linksOf: LinksOf, maxFound: number = MAX_FOUND) {
    this.#linksOf = linksOf
    this.#maxFound = maxFound
    this.#found = new FoundAttachments(maxFound, ({ message }) => message.id)
  }

  /** As `add`, without a long task where the messages are long. @param signal ends it: the messages that stand there now are others */
  async take(history: Brought & Pick<History, 'messages'>, isEnd: boolean, signal: AbortSignal): Promise<void> {
    if (await this.#findLinks(history.messages, signal)) this.add(history, isEnd)
  }

  #findLinks(messages: readonly Message[], signal: AbortSignal): Promise<boolean> {
    const find = (message: Message) => {
      if (isKept(message) && !this.#seen.has(message) && !this.#links.has(message)) this.#links.set(message, this.#linksOf(message.text))
    }
    return inSlices(messages, find, signal)
  }

  /**
   * Messages that have been read: a part of the dialog without a gap, ascending. What stood among them and is gone now goes. Beyond
   * a limit, what was read least recently is dropped. @param isEnd whether the newest message of the dialog is among them
   */
  add({ messages, ...brought }: Brought & Pick<History, 'messages'>, isEnd = false): void {
    this.#dropVanished(messages)
    const beyond = this.#continues(messages, isEnd)
    const gone = this.#rememberRead(beyond ? messages.slice(0, messages.length - beyond.length) : messages, brought)
    if (beyond) this.#found.addNewer(this.#index(beyond, brought))
    this.#publishSoon()
    const { contiguous, oldestAt } = this.progress.get()
    // Once the dialog has been scanned, the scan determines how far the list goes; what was read may lie anywhere.
    if (contiguous) return
    const present = gone ? [...this.#read.values()].map(({ message }) => message) : messages
    this.#tell({ oldestAt: oldestOf(present, gone ? null : oldestAt) })
  }

  /** The messages that continue the scan, where they join it: they count as scanned. Null where they do not join it. */
  #continues(messages: readonly Message[], isEnd: boolean): readonly Message[] | null {
    const newest = this.#newer?.than
    const first = messages[0]
    const last = messages.at(-1)
    // A scan under way comes there itself, in its order.
    if (this.#reading || newest === undefined || !first || !last || first.id > newest || last.id < newest) return null
    this.#newer = newestOf(messages)
    if (isEnd) this.#tell({ newestKnownAt: Date.now() })
    return messages.filter(({ id }) => id > newest)
  }

  /** @returns whether something was dropped for it */
  #rememberRead(messages: readonly Message[], brought: Brought): boolean {
    const sources = new Map(messages.map((message) => [message.id, message]))
    for (const entry of this.#index(messages, brought)) {
      const { id } = entry.message
      const source = sources.get(id)
      if (source && !this.#found.replace(entry)) this.#read.set(id, { ...entry, source })
    }
    const gone = [...this.#read.values()].slice(0, -MAX_READ)
    for (const { message, source } of gone) {
      this.#read.delete(message.id)
      // A window that was left and opened again brings the very same message.
      this.#seen.delete(source)
    }
    return gone.length > 0
  }

  /** What is new or has changed among some messages. Whoever lost its files and links leaves the list. */
  #index(messages: readonly Message[], { files, users }: Brought): IndexedMessage[] {
    return messages.flatMap((message) => {
      if (this.#seen.has(message)) return []
      this.#seen.add(message)
      const { id } = message
      const kept = isKept(message) ? message : null
      const attached = kept ? filesOf(kept, files) : []
      const links = kept ? (this.#links.get(kept) ?? this.#linksOf(kept.text)) : []
      if (kept && (attached.length > 0 || links.length > 0)) {
        this.#changed = true
        return [{ message: { ...kept, text: '', raw: {} }, author: users.get(kept.authorId), files: attached, links }]
      }
      if (this.#read.has(id) || this.#found.has(id)) this.#remove((known) => known === id)
      return []
    })
  }

  #dropVanished(messages: readonly Message[]): void {
    const first = messages[0]
    const last = messages.at(-1)
    if (!first || !last) return
    const present = new Set(messages.map(({ id }) => id))
    this.#remove((id) => id > first.id && id < last.id && !present.has(id))
  }

  #remove(is: (id: MessageId) => boolean): void {
    const read = [...this.#read.keys()].filter(is)
    for (const id of read) this.#read.delete(id)
    const hasFound = this.#found.remove((id) => is(id as MessageId))
    this.#changed ||= hasFound || read.length > 0
  }

  /** Continues the scan where it last ended: first to the newest message, then back to the first one or until it is stopped. */
  async read(client: RestClient, dialogId: DialogId): Promise<void> {
    await this.#run(async (signal) => {
      await this.#readNewer(client, dialogId, signal)
      await this.#readOlder(client, dialogId, signal)
    })
  }

  /** Looks for what has come since the scan; does nothing where there was none. */
  async update(client: RestClient, dialogId: DialogId): Promise<void> {
    if (this.#newer) await this.#run((signal) => this.#readNewer(client, dialogId, signal))
  }

  async #run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.#reading) return
    const reading = new AbortController()
    this.#reading = reading
    this.#tell({ reading: true, failure: null })
    try {
      await work(reading.signal)
    } catch (error) {
      // Shown on the screen along with what was found; a retry continues from here.
      if (!reading.signal.aborted) this.#tell({ failure: error })
    } finally {
      this.#reading = null
      this.#tell({ reading: false })
    }
  }

  async #readNewer(client: RestClient, dialogId: DialogId, signal: AbortSignal): Promise<void> {
    if (!this.#newer) return
    for await (const page of readInBulk(client, dialogId, { direction: 'newer', from: this.#newer, signal })) {
      await this.#findLinks(page.messages, signal)
      this.#newer = page.next
      if (this.#found.addNewer(this.#indexPage(page)))
        this.#tell({ oldestAt: this.#found.oldest?.message.sentAt ?? null, complete: false, full: true })
      this.#publishSoon()
    }
    this.#tell({ newestKnownAt: Date.now() })
  }

  async #readOlder(client: RestClient, dialogId: DialogId, signal: AbortSignal): Promise<void> {
    const { complete, full } = this.progress.get()
    if ((complete && this.#newer) || full) return
    for await (const page of readInBulk(client, dialogId, { direction: 'older', from: this.#older, signal })) {
      await this.#findLinks(page.messages, signal)
      const begins = this.#older === null
      this.#found.addOlder(this.#indexPage(page))
      this.#newer ??= newestOf(page.messages)
      this.#older = page.next
      this.#tell({
        contiguous: true,
        oldestAt: oldestOf(page.messages, begins ? null : this.progress.get().oldestAt),
        ...(begins ? { newestKnownAt: Date.now() } : {}),
      })
      this.#publishSoon()
      if (this.#found.size >= this.#maxFound) {
        this.#tell({ full: true })
        return
      }
    }
    this.#tell({ complete: true, contiguous: true, newestKnownAt: this.progress.get().newestKnownAt ?? Date.now() })
  }

  #indexPage({ messages, files, users }: BulkPage): IndexedMessage[] {
    return this.#index(messages, {
      files: new Map(files.map((file) => [file.id, file])),
      users: new Map(users.map((user) => [user.id, user])),
    })
  }

  /** Ends the scan; what was found stays, and the next one goes on from there. */
  readonly stop = (): void => this.#reading?.abort()

  #publishSoon(): void {
    if (!this.#changed || this.#publishing !== undefined) return
    this.#publishing = setTimeout(() => {
      this.#publishing = undefined
      this.#changed = false
      this.entries.set(this.#found.mergedWith([...this.#read.values()]))
    }, publishAfter(this.#found.size))
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

/** Dialogs whose index is kept; of more, those that were open longest ago are forgotten. */
const MAX_INDEXES = 8

const indexes = new WeakMap<RestClient, Lru<DialogId, AttachmentIndex>>()

/** The index of a dialog. */
export const attachmentIndexOf = (client: RestClient, dialogId: DialogId, linksOf: LinksOf): AttachmentIndex =>
  getOrMake(
    getOrMake(indexes, client, () => new Lru<DialogId, AttachmentIndex>(MAX_INDEXES)),
    dialogId,
    () => new AttachmentIndex(linksOf),
  )
