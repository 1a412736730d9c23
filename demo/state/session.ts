import { changedChat } from '../chats/changed.ts'
import type { Chat } from '../chats/chat.ts'
import { unwrittenDialog } from '../chats/unwritten.ts'
import { LeakyBucket, OperatingTime } from './bucket.ts'
import { DialogChanges } from './changes.ts'
import { FaultPlan, type Fault } from './faults.ts'

export interface SessionSettings {
  readonly faults?: readonly Fault[]
  /** Leaky bucket; the portal's default is 50 and 2 a second. */
  readonly burst?: number
  readonly perSecond?: number
  /** Sessions of the same address share its bucket, as everybody behind one router does; each has its own when absent. */
  readonly address?: string
  /** Operating time that a method may spend, and over how long it is counted: 480 s in ten minutes. */
  readonly operatingLimitSeconds?: number
  readonly operatingWindowSeconds?: number
  /** Seconds that a call is said to take, by method, lower case: nobody waits for them. */
  readonly operatingSeconds?: Readonly<Record<string, number>>
  /** Rights of the webhook or the app: all that reading needs, without `disk`, when absent. */
  readonly scopes?: readonly string[]
  /** Life of a one-time link to a file; unlimited when absent. */
  readonly downloadSeconds?: number
  /** What an unknown cursor gives: neighbours as the source says, or an empty page as documented (`docs/bitrix24/rest.md` §7, row 2). */
  readonly unknownCursor?: 'neighbours' | 'empty'
  /** Methods that this portal does not have. */
  readonly missingMethods?: readonly string[]
  /** Methods that this caller may not use, lower case. */
  readonly refusedMethods?: readonly string[]
  /** Whether the app's user is an administrator: yes when absent. */
  readonly isAdmin?: boolean
  /** Life of an access token in seconds. */
  readonly tokenSeconds?: number
}

const BURST = 50
const PER_SECOND = 2
const OPERATING_LIMIT = 480
const OPERATING_WINDOW = 600

/** A placement that opens an app; `docs/bitrix24/rest.md` §6.7, `placement.get`. */
export interface BoundPlacement {
  readonly placement: string
  readonly handler: string
  readonly userId: number
  readonly title: string
  readonly description: string
  readonly options: unknown
  readonly langAll: unknown
}

export interface LogEntry {
  readonly at: number
  /** As it was called; `download` for the bytes of a file. */
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly status: number
  readonly error: string | null
  /** Which batch member it was, if any. */
  readonly batchKey: string | null
  readonly contentType: string
  readonly preflight: boolean
}

/**
 * One portal as one caller sees it: limits, faults, settings and a log of its own, so that tests can run
 * side by side. Its name is the webhook's secret.
 */
export class Session {
  readonly secret: string
  settings: SessionSettings = {}
  readonly faults = new FaultPlan()
  log: LogEntry[] = []
  bucket = new LeakyBucket(BURST, PER_SECOND)
  operating = new OperatingTime(OPERATING_LIMIT, OPERATING_WINDOW)
  /** By placement and handler. */
  readonly bound = new Map<string, BoundPlacement>()
  readonly #changes = new Map<string, DialogChanges>()

  constructor(secret: string) {
    this.secret = secret
  }

  /** What has happened in a dialog of this session; other sessions do not see it. */
  changesOf(dialogId: string): DialogChanges {
    const changes = this.#changes.get(dialogId) ?? new DialogChanges()
    this.#changes.set(dialogId, changes)
    return changes
  }

  /** The dialogs as this session sees them at `now`, epoch ms. */
  seen(chats: ReadonlyMap<string, Chat>, now: number): ReadonlyMap<string, Chat> {
    if (this.#changes.size === 0) return chats
    const seen = new Map(chats)
    for (const [dialogId, changes] of this.#changes) {
      const chat = chats.get(dialogId) ?? unwrittenDialog(dialogId)
      const changed = chat && changedChat(chat, changes, now)
      if (changed && !changed.missing) seen.set(dialogId, changed)
    }
    return seen
  }

  /** Begins anew with these settings; what has happened in dialogs stays. */
  configure(settings: SessionSettings, bucket: LeakyBucket): void {
    this.settings = settings
    this.faults.set(settings.faults ?? [])
    this.bucket = bucket
    this.operating = new OperatingTime(
      settings.operatingLimitSeconds ?? OPERATING_LIMIT,
      settings.operatingWindowSeconds ?? OPERATING_WINDOW,
    )
  }

  note(entry: Omit<LogEntry, 'batchKey' | 'contentType' | 'preflight'> & Partial<LogEntry>): void {
    this.log.push({ batchKey: null, contentType: '', preflight: false, ...entry })
  }
}

interface Token {
  readonly session: Session
  readonly expiresAt: number
}

/** All sessions and the access tokens that were given out to frames. */
export class Sessions {
  readonly #sessions = new Map<string, Session>()
  readonly #tokens = new Map<string, Token>()
  readonly #buckets = new Map<string, LeakyBucket>()
  #issued = 0

  constructor() {
    this.open('demo')
  }

  /** A session by its secret, made if there is none. */
  open(secret: string, settings: SessionSettings = {}): Session {
    const session = this.#sessions.get(secret) ?? new Session(secret)
    this.#sessions.set(secret, session)
    session.configure(settings, this.#bucketOf(settings))
    return session
  }

  /** That of the address, as the first of its sessions wanted it; a new one for a session without. */
  #bucketOf({ address, burst = BURST, perSecond = PER_SECOND }: SessionSettings): LeakyBucket {
    const bucket = (address === undefined ? undefined : this.#buckets.get(address)) ?? new LeakyBucket(burst, perSecond)
    if (address !== undefined) this.#buckets.set(address, bucket)
    return bucket
  }

  /** A session by its secret, as it is; made with the portal's own settings if there is none. */
  ensure(secret: string): Session {
    return this.#sessions.get(secret) ?? this.open(secret)
  }

  get(secret: string): Session | undefined {
    return this.#sessions.get(secret)
  }

  /** A new access token; `docs/bitrix24/rest.md` §1.5. */
  issueToken(secret: string, seconds: number, now: number): string {
    const session = this.ensure(secret)
    const token = `access-${secret}-${++this.#issued}`
    this.#tokens.set(token, { session, expiresAt: now + seconds * 1000 })
    return token
  }

  /** Ends all access tokens of a session, as time does. */
  expireTokens(secret: string): void {
    for (const [token, { session }] of this.#tokens) if (session.secret === secret) this.#tokens.set(token, { session, expiresAt: 0 })
  }

  /** The session of a token: an error code when it is unknown or has expired. */
  byToken(token: string, now: number): Session | 'invalid_token' | 'expired_token' {
    const found = this.#tokens.get(token)
    if (!found) return 'invalid_token'
    return found.expiresAt <= now ? 'expired_token' : found.session
  }
}
