import { parseDialogId, type DialogId } from '~/domain/ids'
import { readInBulk } from '../src/rest/methods/history/bulk-reader.ts'
import { createRestClient } from '../src/rest/client/rest-client.ts'
import { loadNeighbour } from '../src/rest/methods/history/load-neighbour.ts'
import { loadWindow } from '../src/rest/methods/history/load-window.ts'
import { formTransport } from '../src/rest/client/transport.ts'

export interface BulkResult {
  readonly messages: number
  readonly seconds: number
  readonly requests: number
  /** How often the portal said QUERY_LIMIT_EXCEEDED. */
  readonly refused: number
  /** Growth of the heap from an early page to the last one, MB. */
  readonly growthMb: number
}

interface PageByPage {
  /** Seconds a page takes by itself. */
  readonly pageSeconds: number
  /** Seconds for all of them, by the arithmetic of the bucket. */
  readonly seconds: number
}

const BURST = 50
const PER_SECOND = 2
const SAMPLE_PAGES = 40

const client = (portal: string, secret: string) => createRestClient(portal, formTransport(`${portal}/rest/503/${secret}/`))

async function configure(portal: string, secret: string): Promise<void> {
  await fetch(`${portal}/_demo/sessions/${secret}`, {
    method: 'PUT',
    body: JSON.stringify({ burst: BURST, perSecond: PER_SECOND, faults: [{ kind: 'latency', ms: 40 }] }),
  })
}

const collect = () => {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}

/** Reads a number of messages in chains from a portal with the documented limits. */
export async function benchBulk(portal: string, count: number): Promise<BulkResult> {
  const secret = 'bulk'
  await configure(portal, secret)
  const dialogId = parseDialogId('chat1000') as DialogId
  const seen = { messages: 0, last: Infinity, early: 0 }
  const began = performance.now()
  for await (const page of readInBulk(client(portal, secret), dialogId, { direction: 'older', from: null })) {
    for (const message of page.messages.toReversed()) {
      if (message.id >= seen.last) throw new Error(`message ${message.id} came twice or out of order`)
      seen.last = message.id
      seen.messages++
    }
    if (seen.early === 0 && seen.messages > count / 5) seen.early = collect()
    if (seen.messages >= count) break
  }
  const seconds = (performance.now() - began) / 1_000
  const growthMb = collect() - seen.early
  const { log } = (await (await fetch(`${portal}/_demo/sessions/${secret}/log`)).json()) as {
    log: { readonly error: string | null; readonly batchKey: string | null }[]
  }
  return {
    messages: seen.messages,
    seconds,
    requests: log.filter((entry) => entry.batchKey === null).length,
    refused: log.filter((entry) => entry.error === 'QUERY_LIMIT_EXCEEDED').length,
    growthMb,
  }
}

/** Reads a few pages one by one, and extrapolates the time for as many messages. */
export async function benchPageByPage(portal: string, count: number): Promise<PageByPage> {
  const secret = 'pages'
  await configure(portal, secret)
  const dialogId = parseDialogId('chat1000') as DialogId
  const rest = client(portal, secret)
  let page = await loadWindow(rest, dialogId, { at: 'newest', visit: 0 })
  const began = performance.now()
  for (let at = 0; at < SAMPLE_PAGES && page.older; at++) page = await loadNeighbour(rest, dialogId, page.older)
  const pageSeconds = (performance.now() - began) / 1_000 / SAMPLE_PAGES
  const pages = count / 50
  // The bucket lets the burst pass and then so many a second; a page alone may be slower than that.
  return { pageSeconds, seconds: Math.max(pages * pageSeconds, (pages - BURST) / PER_SECOND) }
}
