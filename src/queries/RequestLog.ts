import type { RequestRecord, RequestTotal } from '~/domain/portal/request-record'
import { Cell } from '~/lib/Cell'
import { NOTED, type NotedRequest } from '~/rest/client/transport'

/** Listed singly; of those before, their number is kept. */
const MOST = 2_000
/** Requests that have failed, in case they are repeated. */
const MOST_FAILED = 200
/** Left in the browser's timeline when the list ends: what another one need not read again. */
const READ = 'requests-read'

/** What a request is but for its place among the others. */
type Found = Omit<RequestRecord, 'number' | 'attempt'>

/** An address without its query, which may authorise; a one-time link authorises by its path as well. */
const pathOf = ({ pathname }: URL): string => (pathname.includes('/rest/') ? '/rest/…' : pathname)

const membersOf = ({ method, params }: NotedRequest): string[] =>
  method === 'batch'
    ? Object.values((params['cmd'] ?? {}) as Readonly<Record<string, string>>).map((command) => command.split('?')[0] ?? '')
    : []

/**
 * Every request of the page, for whoever wants to know what reading does. Calls of the portal and bytes of files are noted by those who send
 * them; pictures, sounds and the app's own parts are told by the browser. All of it is in the browser's timeline, from the first request on.
 */
export class RequestLog {
  /** Changes with each request. */
  readonly count = new Cell(0)
  /** Of the app itself: its page, code and styles. */
  readonly ownParts = { count: 0, sizeBytes: 0 }
  readonly #portal: URL
  readonly #records: RequestRecord[] = []
  readonly #totals = new Map<string, RequestTotal>()
  readonly #failed = new Map<string, number>()
  #dropped = 0

  constructor(portal: string) {
    this.#portal = new URL(portal)
  }

  /** The last ones, in the order in which they were sent. */
  get records(): RequestRecord[] {
    return this.#records.toSorted((a, b) => a.startedAt - b.startedAt)
  }

  get totals(): RequestTotal[] {
    return [...this.#totals.values()]
  }

  /** Loaded by the browser before anybody watched, and more than it remembers. */
  get dropped(): number {
    return this.#dropped
  }

  /** Also takes in what was before. @returns stops */
  watch(): () => void {
    const since = performance.getEntriesByName(READ).at(-1)?.startTime ?? 0
    let isRead = false
    const noted = new PerformanceObserver((list) => {
      isRead = true
      for (const entry of list.getEntriesByName(NOTED)) this.#addNoted(entry as PerformanceMeasure)
      // The browser would keep them for as long as the page lives.
      performance.clearMeasures(NOTED)
      this.#tell()
    })
    const loaded = new PerformanceObserver((list, _, { droppedEntriesCount = 0 } = {}) => {
      isRead = true
      this.#dropped += droppedEntriesCount
      for (const entry of list.getEntries() as PerformanceResourceTiming[]) if (entry.startTime >= since) this.#addLoaded(entry)
      this.#tell()
    })
    noted.observe({ type: 'measure', buffered: true })
    loaded.observe({ type: 'navigation', buffered: true })
    loaded.observe({ type: 'resource', buffered: true })
    return () => {
      noted.disconnect()
      loaded.disconnect()
      if (!isRead) return
      performance.clearMarks(READ)
      performance.mark(READ)
    }
  }

  #tell(): void {
    this.count.set([...this.#totals.values()].reduce((sum, { alone }) => sum + alone, this.ownParts.count))
  }

  #addNoted({ startTime, duration, detail }: PerformanceMeasure): void {
    const noted = detail as NotedRequest
    const isFile = noted.method === 'download'
    const found: Found = {
      verb: isFile ? 'GET' : 'POST',
      what: noted.method,
      from: isFile ? 'file' : 'method',
      members: membersOf(noted),
      host: this.#portal.host,
      startedAt: performance.timeOrigin + startTime,
      durationMs: duration,
      sizeBytes: noted.bytes,
      // 0 of a redirect that was not followed.
      status: noted.status || null,
    }
    this.#add(found, this.#attemptAt(noted))
  }

  /** Which attempt at the same thing this one is. */
  #attemptAt({ method, params, status = 0 }: NotedRequest): number {
    const key = `${method} ${JSON.stringify(params)}`
    const attempt = (this.#failed.get(key) ?? 0) + 1
    this.#failed.delete(key)
    if (status < 200 || status > 299) this.#failed.set(key, attempt)
    const [oldest] = this.#failed.keys()
    if (this.#failed.size > MOST_FAILED && oldest !== undefined) this.#failed.delete(oldest)
    return attempt
  }

  #addLoaded({ name, initiatorType, startTime, duration, transferSize, encodedBodySize, responseStatus }: PerformanceResourceTiming): void {
    const url = URL.canParse(name) ? new URL(name) : null
    if (!url?.protocol.startsWith('http')) return
    const sizeBytes = transferSize || encodedBodySize || null
    const isOfPortal = url.host === this.#portal.host
    // Noted by whoever sent it.
    if (isOfPortal && initiatorType === 'fetch' && url.pathname.includes('/rest/')) return
    if (!isOfPortal && url.host === location.host) {
      this.ownParts.count++
      this.ownParts.sizeBytes += sizeBytes ?? 0
      return
    }
    const found: Found = {
      verb: 'GET',
      what: pathOf(url),
      from: isOfPortal ? 'portal' : 'elsewhere',
      members: [],
      host: url.host,
      startedAt: performance.timeOrigin + startTime,
      durationMs: duration,
      sizeBytes,
      status: responseStatus || null,
    }
    this.#add(found, 1)
  }

  #add(found: Found, attempt: number): void {
    this.#records.push({ ...found, number: (this.#records.at(-1)?.number ?? 0) + 1, attempt })
    if (this.#records.length > MOST) this.#records.shift()
    const isCall = found.from === 'method' || found.from === 'file'
    this.#addTotal({ what: isCall ? found.what : found.host, from: found.from, alone: 1, inBatches: 0, sizeBytes: found.sizeBytes ?? 0 })
    for (const what of found.members) this.#addTotal({ what, from: 'method', alone: 0, inBatches: 1, sizeBytes: 0 })
  }

  #addTotal(more: RequestTotal): void {
    const key = `${more.from} ${more.what}`
    const { alone = 0, inBatches = 0, sizeBytes = 0 } = this.#totals.get(key) ?? {}
    this.#totals.set(key, {
      ...more,
      alone: alone + more.alone,
      inBatches: inBatches + more.inBatches,
      sizeBytes: sizeBytes + more.sizeBytes,
    })
  }
}
