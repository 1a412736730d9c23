import type { QueryClient } from '@tanstack/react-query'
import type { AnsweredMessage, Enrichment } from '~/domain/history/enrichment'
import type { ChatFile } from '~/domain/message/chat-file'
import type { ChatId, DialogId, FileId, MessageId, UserId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import type { User } from '~/domain/people/user'
import { isPortalError } from '~/domain/portal/portal-error'
import { Cell } from '~/lib/Cell'
import type { RestClient } from '~/rest/client/client'
import { readInBulk, type BulkCursor } from '~/rest/methods/history/bulk-reader'
import { searchMessages, type SearchCursor } from '~/rest/methods/history/search-messages'
import { chatCardQuery } from './chats.ts'
import { chatNamedBy } from './history/message-time.ts'

export interface SearchScope {
  readonly queryClient: QueryClient
  readonly client: RestClient
  readonly dialogId: DialogId
}

/** What came with some messages. */
export interface Brought {
  readonly users: ReadonlyMap<UserId, User>
  readonly files: ReadonlyMap<FileId, ChatFile>
  /** What pages would lack of them; nothing where they were read one by one. */
  readonly facts: ReadonlyMap<MessageId, Enrichment>
  /** Messages that they reply to. */
  readonly answered: ReadonlyMap<MessageId, AnsweredMessage>
}

/** What is looked for. */
export interface Wanted<Hit> {
  /** What the portal is asked for; null for all texts. */
  readonly phrase: string | null
  /** What it is asked for in its place where that finds nothing at all. */
  readonly spare?: string | null
  /** First and last day that can be wanted, `YYYY-MM-DD`; null for no bound. */
  readonly days: { readonly since: string | null; readonly until: string | null }
  /** The same as epoch ms, by the widest of clocks: what lies beyond is spared, what lies within is judged. */
  readonly since: number | null
  readonly until: number | null
  /** What has to be known before the first message can be judged. */
  readonly prepare?: () => Promise<unknown>
  /** What is shown of a message that is wanted; null for others. Given, because markup belongs to a higher layer. */
  readonly hitOf: (message: Message, brought: Brought) => Hit | null
}

/** How far a search has come. */
export interface SearchProgress {
  readonly searching: boolean
  /** Epoch ms of the oldest message that has been looked at; null for none. Nothing newer was left out. */
  readonly oldestAt: number | null
  /** Whether nothing older can be wanted. */
  readonly complete: boolean
  /** The portal has no search or refuses it: messages are read one by one. */
  readonly oneByOne: boolean
  /** The plan of the portal hides what is older. */
  readonly cutByPlan: boolean
  /** Why it broke off; null where it did not. */
  readonly failure: unknown
  /** How many messages have been looked at here; of those that the portal looked through for a phrase, the found ones alone. */
  readonly looked: number
  /** Why it rests before its end: many were found, few were found in many that were looked at, or the reader has stopped it. */
  readonly rests: 'found' | 'looked' | 'stopped' | null
}

const NOT_BEGUN: SearchProgress = {
  searching: false,
  oldestAt: null,
  complete: false,
  oneByOne: false,
  cutByPlan: false,
  failure: null,
  looked: 0,
  rests: null,
}

/** When one run ends and the reader says whether to go on: so many hits are enough, and so many answers of the search or messages read one by one. */
const RUN = { hits: 100, answers: 25, messages: 20_000 } as const
/** As many as fill a screen: whoever has read them wants to read on. */
const MANY = 20

/** A portal that answers so has no search for this reader; anything else is a failure that may pass. */
const refuses = (error: unknown): boolean => isPortalError(error) && ['unsupported', 'access', 'rejected', 'contract'].includes(error.code)

/** Looks for messages of a dialog, from the newest on, for as long as the reader wants. */
export class MessageSearch<Hit extends { readonly id: MessageId }> {
  readonly #scope: SearchScope
  readonly #wanted: Wanted<Hit>
  /** Newest first. */
  readonly hits = new Cell<readonly Hit[]>([])
  readonly progress = new Cell<SearchProgress>(NOT_BEGUN)
  readonly days: Wanted<Hit>['days']
  readonly #seen = new Set<MessageId>()
  #from: SearchCursor
  /** Where reading one by one goes on. */
  #beyond: BulkCursor | null = null
  #running: AbortController | null = null
  #phrase: string | null

  constructor(scope: SearchScope, wanted: Wanted<Hit>) {
    this.#scope = scope
    this.#wanted = wanted
    this.days = wanted.days
    this.#phrase = wanted.phrase
    this.#from = { until: wanted.until, below: null }
  }

  /** Begins, or goes on where it ended; does nothing while it is under way, or once there is nothing left. */
  async goOn(): Promise<void> {
    if (this.#running?.signal.aborted === false || this.progress.get().complete) return
    const running = new AbortController()
    this.#running = running
    const before = this.hits.get().length
    this.#tell({ searching: true, failure: null, rests: null })
    try {
      await this.#wanted.prepare?.()
      running.signal.throwIfAborted()
      await this.#run(running.signal)
    } catch (error) {
      // Shown along with what was found; a retry goes on from here.
      if (!running.signal.aborted) this.#tell({ failure: error })
    } finally {
      // What was broken off may have been taken up again meanwhile.
      if (this.#running === running) {
        this.#running = null
        const { complete, failure } = this.progress.get()
        const found = this.hits.get().length - before >= MANY ? 'found' : 'looked'
        const rests = running.signal.aborted ? 'stopped' : found
        this.#tell({ searching: false, rests: complete || failure !== null ? null : rests })
      }
    }
  }

  /** Ends it; what was found stays. */
  readonly stop = (): void => this.#running?.abort()

  /** What is shown of a message that is wanted, whoever has brought it; null for others. */
  judge(message: Message, brought: Brought): Hit | null {
    return this.#wanted.hitOf(message, brought)
  }

  /** Whether the portal itself looks for texts, and brings only messages that may have them. */
  get isPhrase(): boolean {
    return this.#wanted.phrase !== null && !this.progress.get().oneByOne
  }

  async #run(signal: AbortSignal): Promise<void> {
    if (!this.progress.get().oneByOne) {
      try {
        const chatId = await this.#chatId()
        if (chatId !== null) return await this.#ask(chatId, signal)
      } catch (error) {
        // Half of a search that is refused later would be shown as all of it.
        if (!refuses(error) || this.progress.get().oldestAt !== null) throw error
      }
      this.#tell({ oneByOne: true })
    }
    await this.#readOneByOne(signal)
  }

  async #chatId(): Promise<ChatId | null> {
    const { queryClient, client, dialogId } = this.#scope
    return chatNamedBy(dialogId) ?? (await queryClient.ensureQueryData(chatCardQuery(client, dialogId))).chatId
  }

  async #ask(chatId: ChatId, signal: AbortSignal): Promise<void> {
    const { spare = null, since } = this.#wanted
    const before = this.hits.get().length
    for (let answers = 0; answers < RUN.answers && this.hits.get().length - before < RUN.hits; answers++) {
      const page = await searchMessages(
        this.#scope.client,
        { chatId, phrase: this.#phrase, since, from: this.#from },
        // The first page is what somebody looks at.
        { signal, priority: this.progress.get().oldestAt === null ? 'prefetch' : 'background' },
      )
      signal.throwIfAborted()
      if (page.messages.length === 0 && spare !== null && this.#phrase !== spare && this.progress.get().oldestAt === null) {
        this.#phrase = spare
        continue
      }
      this.#take(page.messages, page)
      this.#tell({ cutByPlan: page.cutByPlan, complete: page.next === null })
      if (page.next === null) return
      this.#from = page.next
    }
  }

  async #readOneByOne(signal: AbortSignal): Promise<void> {
    const { client, dialogId } = this.#scope
    const before = this.hits.get().length
    let read = 0
    for await (const page of readInBulk(client, dialogId, { direction: 'older', from: this.#beyond, signal })) {
      this.#beyond = page.next
      this.#take(page.messages.toReversed(), page)
      read += page.messages.length
      if (this.#isBeyond(page.messages)) break
      if (read >= RUN.messages || this.hits.get().length - before >= RUN.hits) return
    }
    this.#tell({ complete: true })
  }

  /** Whether all of some messages are older than what is wanted. */
  #isBeyond(messages: readonly Message[]): boolean {
    const { since } = this.#wanted
    return since !== null && messages.every(({ sentAt }) => sentAt !== null && sentAt < since)
  }

  /** @param messages newest first */
  #take(messages: readonly Message[], page: Carried): void {
    const fresh = messages.filter(({ id }) => !this.#seen.has(id))
    for (const { id } of fresh) this.#seen.add(id)
    const brought = broughtBy(page)
    const hits = fresh.flatMap((message) => this.#wanted.hitOf(message, brought) ?? [])
    if (hits.length > 0) this.hits.set([...this.hits.get(), ...hits])
    const dates = [...fresh.map(({ sentAt }) => sentAt), this.progress.get().oldestAt].filter((date) => date !== null)
    this.#tell({ looked: this.#seen.size, ...(dates.length > 0 && { oldestAt: Math.min(...dates) }) })
  }

  #tell(change: Partial<SearchProgress>): void {
    this.progress.set({ ...this.progress.get(), ...change })
  }
}

/** What a page carries besides its messages. */
interface Carried {
  readonly users: readonly User[]
  readonly files: readonly ChatFile[]
  readonly facts?: Brought['facts']
  readonly answered?: readonly AnsweredMessage[]
}

const broughtBy = ({ users, files, facts = new Map(), answered = [] }: Carried): Brought => ({
  users: new Map(users.map((user) => [user.id, user])),
  files: new Map(files.map((file) => [file.id, file])),
  facts,
  answered: new Map(answered.map((entry) => [entry.message.id, entry])),
})
