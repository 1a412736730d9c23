import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NOTED, type NotedRequest } from '~/rest/client/transport'
import { RequestLog } from './RequestLog.ts'

type Entry = Partial<PerformanceResourceTiming & PerformanceMeasure>

/** The browser's timeline: what is told of it, and to whom. */
class FakeObserver {
  static readonly all: FakeObserver[] = []
  readonly types: string[] = []
  readonly #tell: (list: unknown, observer: unknown, options: { droppedEntriesCount?: number }) => void

  constructor(tell: FakeObserver['tell']) {
    this.#tell = tell as never
    FakeObserver.all.push(this)
  }

  observe({ type }: { type: string }): void {
    this.types.push(type)
  }

  disconnect(): void {
    this.types.length = 0
  }

  tell(entries: readonly Entry[], options: { droppedEntriesCount?: number } = {}): void {
    this.#tell(
      { getEntries: () => entries, getEntriesByName: (name: string) => entries.filter((entry) => entry.name === name) },
      this,
      options,
    )
  }
}

const observerOf = (type: string): FakeObserver => {
  const found = FakeObserver.all.findLast(({ types }) => types.includes(type))
  if (!found) throw new Error(`nobody watches ${type}`)
  return found
}

/** Attempts at calls, as those who send them note them; one millisecond after the other. */
function note(...requests: readonly (Partial<NotedRequest> & { readonly method: string })[]): void {
  observerOf('measure').tell(
    requests.map((request, at) => ({
      name: NOTED,
      startTime: at,
      duration: 5,
      detail: { params: {}, status: 200, bytes: 10, ...request },
    })),
  )
}

const load = (entry: Entry, droppedEntriesCount?: number) =>
  observerOf('resource').tell(
    [
      {
        initiatorType: 'img',
        startTime: 1,
        duration: 1,
        transferSize: 0,
        encodedBodySize: 0,
        responseStatus: 200,
        ...entry,
      },
    ],
    { ...(droppedEntriesCount !== undefined && { droppedEntriesCount }) },
  )

beforeEach(() => {
  vi.stubGlobal('PerformanceObserver', FakeObserver)
  vi.stubGlobal('location', { host: 'app.example' })
  performance.clearMarks()
  FakeObserver.all.length = 0
})
afterEach(() => vi.unstubAllGlobals())

function watched() {
  const log = new RequestLog('https://portal.example')
  return { log, stop: log.watch() }
}

it('lists each call once it has ended, in the order in which they were sent, and counts them by method', () => {
  const { log } = watched()
  observerOf('measure').tell([
    { name: NOTED, startTime: 20, duration: 5, detail: { method: 'im.dialog.get', params: {}, status: 200, bytes: 10 } },
    { name: NOTED, startTime: 10, duration: 90, detail: { method: 'profile', params: {}, status: 200, bytes: 7 } },
    { name: 'of somebody else', startTime: 11, duration: 1 },
  ])
  expect(log.records.map(({ what, number, status, sizeBytes, durationMs }) => [what, number, status, sizeBytes, durationMs])).toEqual([
    ['profile', 2, 200, 7, 90],
    ['im.dialog.get', 1, 200, 10, 5],
  ])
  expect(log.count.get()).toBe(2)
})

it('what is in a batch is counted by its methods, and the batch as the one request that it was', () => {
  const { log } = watched()
  note({
    method: 'batch',
    params: { cmd: { a: 'im.dialog.messages.get?DIALOG_ID=chat1', b: 'im.dialog.messages.get?LAST_ID=5', c: 'profile' } },
  })
  note({ method: 'profile' })
  const counts = Object.fromEntries(log.totals.map(({ what, alone, inBatches }) => [what, [alone, inBatches]]))
  expect(counts).toEqual({ batch: [1, 0], 'im.dialog.messages.get': [0, 2], profile: [1, 1] })
  expect(log.records[0]?.members).toEqual(['im.dialog.messages.get', 'im.dialog.messages.get', 'profile'])
})

it('a repeat of what has failed is told by its number, and what is asked otherwise is none', () => {
  const { log } = watched()
  const params = { DIALOG_ID: 'chat1' }
  note(
    { method: 'im.dialog.get', params, status: 503 },
    { method: 'im.dialog.get', params, status: undefined },
    { method: 'im.dialog.get', params: { DIALOG_ID: 'chat2' }, status: 503 },
    { method: 'im.dialog.get', params },
    { method: 'im.dialog.get', params },
  )
  expect(log.records.map(({ status, attempt }) => [status, attempt])).toEqual([
    [503, 1],
    [null, 2],
    [503, 1],
    [200, 3],
    [200, 1],
  ])
})

it('an answer that leads elsewhere, and is not followed, has no status', () => {
  const { log } = watched()
  note({ method: 'im.dialog.get', status: 0 })
  expect(log.records[0]?.status).toBeNull()
})

it('nothing that authorises is kept of an address', () => {
  const { log } = watched()
  note({ method: 'download', params: { file: 5 } })
  load({ name: 'https://portal.example/upload/picture.png?signature=secret#secret' })
  load({ name: 'https://portal.example/rest/1/secret/download/?token=secret' })
  load({ name: 'https://pictures.example/a/b.png?key=secret' })
  load({ name: 'https://name:secret@pictures.example/c.png' })
  expect(log.records.map(({ from, host, what }) => `${from} ${host} ${what}`)).toEqual([
    'file portal.example download',
    'portal portal.example /upload/picture.png',
    'portal portal.example /rest/…',
    'elsewhere pictures.example /a/b.png',
    'elsewhere pictures.example /c.png',
  ])
  expect(JSON.stringify([log.records, log.totals])).not.toContain('secret')
})

it('what is noted by whoever sends it is not listed twice, and the app’s own parts are told apart', () => {
  const { log } = watched()
  load({ name: 'https://portal.example/rest/1/secret/profile', initiatorType: 'fetch' })
  load({ name: 'https://app.example/assets/app.js', transferSize: 1_000 })
  load({ name: 'https://app.example/', transferSize: 500 })
  for (const name of ['data:image/png;base64,', 'blob:https://app.example/1', 'about:blank', '']) load({ name })
  expect(log.records).toEqual([])
  expect(log.ownParts).toEqual({ count: 2, sizeBytes: 1_500 })
})

it('of more than two thousand the last ones are listed, and all are counted', () => {
  const { log } = watched()
  note(...Array.from({ length: 2_100 }, () => ({ method: 'profile' })))
  expect([log.records.length, log.records[0]?.number, log.records.at(-1)?.number]).toEqual([2_000, 101, 2_100])
  expect(log.totals.map(({ alone }) => alone)).toEqual([2_100])
})

it('says how much the browser has forgotten before anybody watched', () => {
  const { log } = watched()
  load({ name: 'https://portal.example/a.png' }, 3)
  load({ name: 'https://portal.example/b.png' })
  expect(log.dropped).toBe(3)
})

it('another list begins where the one before has ended', () => {
  const { log, stop } = watched()
  load({ name: 'https://portal.example/a.png', startTime: 1 })
  stop()
  const next = watched().log
  load({ name: 'https://portal.example/a.png', startTime: 1 })
  load({ name: 'https://portal.example/b.png', startTime: performance.now() + 1 })
  expect(log.records.map(({ what }) => what)).toEqual(['/a.png'])
  expect(next.records.map(({ what }) => what)).toEqual(['/b.png'])
})
