import { PortalError } from '~/domain/portal/portal-error'
import { Cell } from '~/lib/Cell'
import type { BatchAnswer, RestClient, RestParams } from '~/rest/client/client'

export interface FakePortalOptions {
  readonly ids: readonly number[]
  /** Of a message; “m12” for 12 when absent. */
  readonly textOf?: ((id: number) => string) | undefined
  /** When a message was sent, as the portal writes it; all in the same second when absent. */
  readonly dateOf?: (id: number) => string
  /**
   * What an unknown cursor returns: its neighbours, as in the source; nothing, as documented; or what no cursor would
   * return, which is the newest messages for LAST_ID and the first ones for FIRST_ID.
   */
  readonly unknownCursor?: 'neighbours' | 'empty' | 'ignored'
  /** Whether 0, which names no message, is an unknown cursor too; otherwise `FIRST_ID=0` begins at the start. */
  readonly zeroIsUnknown?: boolean
  /** Order of the records in a page: as in the source, or random. */
  readonly order?: 'usual' | 'shuffled'
  /** Messages whose records come without an id. */
  readonly withoutId?: ReadonlySet<number>
  /** What the chat's card calls the last message; the newest when absent, null for a portal that has no card. */
  readonly lastMessageId?: number | null | undefined
  /** How many are unread: above 50 of them, a page without cursor stands at their border. */
  readonly unread?: number
  readonly batches?: boolean
  /** Whether there is a search; given a number, it finds the messages below, even when no message has that id. */
  readonly search?: boolean
  /** After this many requests it fails, so that an endless test fails too. */
  readonly maxRequests?: number
}

interface FakePortal extends RestClient {
  /** Every call, also those of a batch. */
  readonly asked: { method: string; params: RestParams }[]
  /** How many requests were sent; a batch is one. */
  requests: number
  ids: number[]
  /** Likes by message. */
  likes: ReadonlyMap<number, readonly number[]>
  /** Texts of messages that were edited. */
  edited: ReadonlyMap<number, string>
}

/** A position that depends only on the id. */
const scatter = (id: number): number => (id * 2_654_435_761) % 4_294_967_296

/**
 * A portal of one dialog behind the client interface, for tests of the layers above it. A page is shorter than asked for at an
 * end alone, as on real ones (`docs/bitrix24/rest.md` §3). `collect` asks at once and by itself: what gathering does is the
 * client's own, whose tests have another portal.
 */
export function fakePortal({
  ids,
  textOf = (id) => `m${id}`,
  dateOf = () => '2026-03-04T09:43:26+02:00',
  unknownCursor = 'neighbours',
  zeroIsUnknown = false,
  order = 'usual',
  withoutId = new Set(),
  lastMessageId,
  unread = 0,
  batches = true,
  search = false,
  maxRequests = Infinity,
}: FakePortalOptions): FakePortal {
  const record = (id: number) => ({
    ...(withoutId.has(id) ? {} : { id }),
    chat_id: 1,
    author_id: 7,
    date: dateOf(id),
    text: portal.edited.get(id) ?? textOf(id),
    params: paramsOf(id),
  })
  const paramsOf = (id: number) => {
    const params = {
      ...(portal.likes.has(id) ? { LIKE: portal.likes.get(id) } : {}),
      ...(portal.edited.has(id) ? { IS_EDITED: 'Y' } : {}),
    }
    // As PHP writes a map without entries.
    return Object.keys(params).length === 0 ? [] : params
  }
  const present = () => portal.ids.toSorted((a, b) => a - b)

  /** Ids of the page for a cursor, in wire order. */
  function pageOf(known: readonly number[], params: RestParams): number[] {
    const limit = Math.min(50, Number(params['LIMIT']))
    const newest = () => known.slice(-limit).toReversed()
    const [first, last] = [params['FIRST_ID'], params['LAST_ID']]
    if (first === undefined && last === undefined) return unread > limit ? borderOf(known, limit) : newest()
    const cursor = Number(first ?? last)
    const isKnown = known.includes(cursor) || (cursor === 0 && !zeroIsUnknown)
    if (!isKnown && unknownCursor === 'empty') return []
    const isIgnored = !isKnown && unknownCursor === 'ignored'
    if (first !== undefined) return known.filter((id) => isIgnored || id > cursor).slice(0, limit)
    if (cursor === 0 || isIgnored) return newest()
    return known
      .filter((id) => id < cursor)
      .slice(-limit)
      .toReversed()
  }

  function borderOf(known: readonly number[], limit: number): number[] {
    const border = Math.max(0, known.length - unread)
    return [...known.slice(border, border + limit).toReversed(), ...known.slice(Math.max(0, border - limit), border).toReversed()]
  }

  function found(params: RestParams): number[] {
    const below = params['LAST_ID'] === undefined ? Infinity : Number(params['LAST_ID'])
    const since = params['DATE_FROM'] as string | undefined
    const matching = present().filter((id) => id < below && (since === undefined || Date.parse(dateOf(id)) >= Date.parse(since)))
    return (since === undefined ? matching.toReversed() : matching).slice(0, Number(params['LIMIT']))
  }

  function answer(method: string, params: RestParams): unknown {
    portal.asked.push({ method, params })
    const known = present()
    if (method === 'im.dialog.get' && lastMessageId !== null) return { id: 1, last_message_id: lastMessageId ?? known.at(-1) ?? 0 }
    if (method === 'im.dialog.messages.search' && search) return { messages: found(params).map((id) => ({ id })), users: [], files: [] }
    if (method !== 'im.dialog.messages.get') throw new PortalError('unsupported', method)
    if (params['FIRST_ID'] === '' || params['LAST_ID'] === '') throw new PortalError('rejected', 'no cursor', { detail: 'LAST_ID_STRING' })
    const page = pageOf(known, params)
    const records = (order === 'shuffled' ? page.toSorted((a, b) => scatter(a) - scatter(b)) : page).map(record)
    return { chat_id: 1, messages: records, users: [], files: [] }
  }

  // Members of a batch are answered by `call` too, so that a test that replaces it sees them all.
  let isInBatch = false
  function countRequest(): void {
    if (isInBatch) return
    portal.requests++
    if (portal.requests > maxRequests) throw new Error(`More than ${maxRequests} requests`)
  }

  const portal: FakePortal = {
    portal: 'https://portal.example',
    outcome: new Cell<PortalError | null>(null),
    heldUntil: new Cell<number | null>(null),
    asked: [],
    requests: 0,
    ids: [...ids],
    likes: new Map(),
    edited: new Map(),
    async call(method, params) {
      countRequest()
      return answer(method, params)
    },
    async batch(commands) {
      countRequest()
      if (!batches) throw new PortalError('unsupported', 'batch')
      const answers: Record<string, BatchAnswer> = {}
      isInBatch = true
      for (const [key, { method, params }] of Object.entries(commands)) {
        const resolved = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, referred(answers, value)]))
        try {
          answers[key] = { ok: true, result: await portal.call(method, resolved), time: null }
        } catch (error) {
          answers[key] = { ok: false, error: error as Error }
        }
      }
      isInBatch = false
      return answers
    },
    collect: (method, params) => portal.call(method, params),
    close: () => {},
    download: () => Promise.reject(new PortalError('rejected', 'no files here')),
  }
  return portal
}

/** The value of a parameter, in which `$result[…]` stands for a part of an earlier answer; empty where there is none. */
function referred(answers: Readonly<Record<string, BatchAnswer>>, value: unknown): unknown {
  const [, key = '', path = ''] = /^\$result\[(\w+)\]((?:\[\w+\])+)$/.exec(String(value)) ?? []
  if (key === '') return value
  const earlier = answers[key]
  let found: unknown = earlier?.ok ? earlier.result : undefined
  for (const [, name = ''] of path.matchAll(/\[(\w+)\]/g)) found = (found as Record<string, unknown> | undefined)?.[name]
  return found ?? ''
}
