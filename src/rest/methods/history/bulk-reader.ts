import type { MessagePage } from '~/domain/history/history'
import type { DialogId, MessageId } from '~/domain/ids'
import { isPortalError, PortalError } from '~/domain/portal/portal-error'
import { FIRST_PACE, nextPace, shorterPace, type ChainReport, type Pace } from './chain-length.ts'
import type { BatchAnswer, Command, RestClient } from '../../client/client.ts'
import { decodeMessagePage, type DecodedPage } from '../../decode/decode-message-page.ts'
import { askProbes } from './ask-probes.ts'
import { pageCommand, type HistoryScope } from './history-requests.ts'
import { loadWindow } from './load-window.ts'
import { systemClock, type Clock } from '../../client/scheduler.ts'
import { newestCommand, oldestCommand, PAGE_LIMIT } from './window-request.ts'

/** Where reading continues: beyond `than`. Plain data, so that it can be stored and resumed later. */
export interface BulkCursor {
  readonly than: MessageId
  /** Ids read shortly before, nearest first: if `than` has been deleted, one of them still leads further. */
  readonly probes: readonly MessageId[]
}

export interface BulkPage extends Pick<MessagePage, 'messages' | 'users' | 'files' | 'lost'> {
  /** Where to continue after this page. */
  readonly next: BulkCursor
}

export interface BulkOptions {
  readonly direction: 'older' | 'newer'
  /** Null begins at the newest message, or at the very first. */
  readonly from: BulkCursor | null
  readonly signal?: AbortSignal
  readonly clock?: Clock
}

interface Reading extends HistoryScope {
  readonly older: boolean
}

/** The operating time of a method is counted over ten minutes; `docs/bitrix24/rest.md` §1.3. */
const BLOCKED_WAIT_MS = 60_000
const MAX_BLOCKED_WAITS = 12

/** The page beyond an id, or beyond a reference to an earlier answer of the same batch. */
function pageBeyondCommand({ dialogId, older }: Reading, than: MessageId | string | null): Command {
  if (than === null) return older ? newestCommand(dialogId) : oldestCommand(dialogId)
  return pageCommand({ dialogId }, { [older ? 'LAST_ID' : 'FIRST_ID']: than })
}

/**
 * Pages that each begin at the last entry of the one before (`docs/bitrix24/rest.md` §1.4). Should a page not be in order,
 * that entry is any of its ids, and the next page overlaps it rather than leaving a gap.
 */
const chainCommands = (reading: Reading, from: MessageId | null, pages: number): Readonly<Record<string, Command>> =>
  Object.fromEntries(
    Array.from({ length: pages }, (_, at) => [
      `p${at}`,
      pageBeyondCommand(reading, at === 0 ? from : `$result[p${at - 1}][messages][${PAGE_LIMIT - 1}][id]`),
    ]),
  )

/** The part of a page that lies beyond the cursor; null when there is none. */
function beyond({ older }: Reading, cursor: BulkCursor | null, page: DecodedPage): BulkPage | null {
  const than = cursor?.than
  const messages = than === undefined ? page.messages : page.messages.filter(({ id }) => (older ? id < than : id > than))
  const nearestFirst = messages.map(({ id }) => id)
  // The outermost message comes first, then those before it.
  if (!older) nearestFirst.reverse()
  const [last, ...before] = nearestFirst
  if (last === undefined) return null
  const probes = [...before, ...(cursor ? [cursor.than, ...cursor.probes] : [])].slice(0, PAGE_LIMIT)
  return { messages, users: page.users, files: page.files, lost: page.lost, next: { than: last, probes } }
}

/** Answers to a chain as far as they follow one another, and the error that cut it, if one did. */
interface ChainAnswers {
  readonly answers: readonly (BatchAnswer & { readonly ok: true })[]
  readonly error: Error | null
  readonly batches: boolean
}

async function sendChain(reading: Reading, from: MessageId | null, pages: number): Promise<ChainAnswers> {
  const { client, options } = reading
  try {
    if (pages === 1) {
      const { method, params } = pageBeyondCommand(reading, from)
      return { answers: [{ ok: true, result: await client.call(method, params, options), time: null }], error: null, batches: true }
    }
    // A chain that fails is shortened rather than retried.
    const all = Object.values(await client.batch(chainCommands(reading, from, pages), { ...options, attempts: 2 }))
    const cut = all.findIndex((answer) => !answer.ok)
    const failed = all[cut]
    const answers = all.slice(0, cut < 0 ? all.length : cut).filter((answer) => answer.ok)
    return { answers, error: failed && !failed.ok ? failed.error : null, batches: true }
  } catch (error) {
    if (!isPortalError(error)) throw error
    return { answers: [], error, batches: !['unsupported', 'rejected', 'contract'].includes(error.code) }
  }
}

/**
 * After an empty page. An unknown cursor may be answered with nothing (`docs/bitrix24/rest.md` §7, row 2), so ids that were
 * known before are tried too; the first that returns anything shows what lies beyond. Null at the end.
 */
async function probe(reading: Reading, cursor: BulkCursor): Promise<BulkPage | null> {
  const commands = cursor.probes.map((id) => pageBeyondCommand(reading, id))
  for await (const page of askProbes(reading, commands)) if (page.received > 0) return beyond(reading, cursor, page)
  return null
}

/** For the first page: a portal that answers unknown cursors with nothing needs a different request. */
async function begin(reading: Reading): Promise<BulkPage | null> {
  if (!reading.older) return null
  const page = await loadWindow(reading.client, reading.dialogId, { at: 'newest', visit: 0 }, reading.options)
  return beyond(reading, null, { ...page, received: page.messages.length })
}

function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  if (ms === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const abort = () => {
      cancel()
      reject(signal?.reason as Error)
    }
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', abort)
      resolve()
    })
    signal?.addEventListener('abort', abort, { once: true })
  })
}

function reportOf(answers: ChainAnswers['answers'], elapsedMs: number): ChainReport {
  const times = answers.flatMap(({ time }) => time ?? [])
  const last = times.at(-1)
  return {
    pages: answers.length,
    duration: times.length > 0 ? times.reduce((sum, time) => sum + time.duration, 0) : elapsedMs / 1000,
    operating: last?.operating ?? null,
    resetAt: last?.operatingResetAt ?? null,
  }
}

const isBlocked = (error: unknown): boolean => isPortalError(error) && error.detail === 'OPERATION_TIME_LIMIT'

/** Milliseconds until the portal is asked again: as long as it says, where that is known. */
const blockedWait = (error: Error, now: number): number =>
  isPortalError(error) && error.availableAt !== null ? Math.max(0, error.availableAt - now) : BLOCKED_WAIT_MS

/** The pace after a chain that returned nothing. @throws {Error} the failure itself, when continuing is pointless */
function paceAfter(error: Error, asked: number, blockedWaits: number, now: number): Pace {
  if (isBlocked(error) && blockedWaits < MAX_BLOCKED_WAITS) return { pages: 1, waitMs: blockedWait(error, now) }
  const shorter = isPortalError(error) && (error.code === 'auth' || error.code === 'access') ? null : shorterPace(asked)
  if (!shorter) throw error
  return shorter
}

/**
 * Reads a dialog to its end, up to 50 pages a request; yields pages one by one, each ascending by id and beyond
 * the one before, so every message that still exists is read once. It waits behind the reader's own requests and is
 * as fast as the portal can bear (`chain-length.ts`). At most one answer is held in memory. To stop it,
 * abort, or return from the loop; to resume later, begin at the last page's `next`.
 * @throws {PortalError}
 */
export async function* readInBulk(
  client: RestClient,
  dialogId: DialogId,
  { direction, from, signal, clock = systemClock }: BulkOptions,
): AsyncGenerator<BulkPage, void, undefined> {
  const reading: Reading = {
    client,
    dialogId,
    older: direction === 'older',
    options: { priority: 'background', ...(signal ? { signal } : {}) },
  }
  let cursor = from
  let pace = FIRST_PACE
  let batches = true
  let blockedWaits = 0
  for (;;) {
    await pause(clock, pace.waitMs, signal)
    const asked = batches ? pace.pages : 1
    const began = clock.now()
    const chain = await sendChain(reading, cursor?.than ?? null, asked)
    batches &&= chain.batches
    if (chain.answers.length === 0 && chain.error) {
      pace = paceAfter(chain.error, asked, blockedWaits, clock.now())
      if (isBlocked(chain.error)) blockedWaits++
      continue
    }
    blockedWaits = 0
    const before = cursor
    for (const { result } of chain.answers) {
      const page = decodeMessagePage(result, client.portal)
      const found = page.received > 0 ? beyond(reading, cursor, page) : await (cursor ? probe(reading, cursor) : begin(reading))
      // Once aborted, the rest of an answer is not needed.
      signal?.throwIfAborted()
      if (found) {
        cursor = found.next
        yield found
      }
      if (page.received > 0 ? page.received < PAGE_LIMIT : !found) return
      // The rest of this chain referred to an empty page.
      if (page.received === 0) break
    }
    if (cursor === before) throw new PortalError('contract', 'The portal gives the same page again.', { detail: 'MESSAGES' })
    pace = nextPace(reportOf(chain.answers, clock.now() - began), clock.now())
  }
}
