import { PortalError } from '~/domain/portal-error'
import type { BatchAnswer, RestClient, RestParams } from '~/rest/client/client'

export interface FakePortalOptions {
  readonly ids: readonly number[]
  /** What an unknown cursor gives; `rest.md` §7, row 2. */
  readonly unknownCursor?: 'neighbours' | 'empty'
  readonly batches?: boolean
}

/** A portal of one dialog behind the client's port, for tests of what is above it. */
export function fakePortal({ ids, unknownCursor = 'neighbours', batches = true }: FakePortalOptions): RestClient & {
  readonly asked: { method: string; params: RestParams }[]
  ids: number[]
  likes: ReadonlyMap<number, readonly number[]>
} {
  const asked: { method: string; params: RestParams }[] = []
  const message = (id: number) => ({
    id,
    chat_id: 1,
    author_id: 7,
    date: '2026-03-04T09:43:26+02:00',
    text: `m${id}`,
    params: portal.likes.has(id) ? { LIKE: portal.likes.get(id) } : [],
  })
  const portal = {
    portal: 'https://portal.example',
    asked,
    ids: [...ids],
    /** Who liked which message. */
    likes: new Map<number, readonly number[]>(),
    async call(method: string, params: RestParams): Promise<unknown> {
      asked.push({ method, params })
      const known = portal.ids.toSorted((a, b) => a - b)
      if (method === 'im.dialog.get') return { id: 1, last_message_id: known.at(-1) ?? 0 }
      if (method !== 'im.dialog.messages.get') throw new PortalError('unsupported', method)
      const limit = Number(params['LIMIT'])
      const first = params['FIRST_ID']
      const last = params['LAST_ID']
      if (first === '' || last === '') throw new PortalError('rejected', 'no cursor', { detail: 'LAST_ID_STRING' })
      const lost = (cursor: unknown) => unknownCursor === 'empty' && Number(cursor) !== 0 && !known.includes(Number(cursor))
      let found: number[]
      if (first !== undefined) found = lost(first) ? [] : known.filter((id) => id > Number(first)).slice(0, limit)
      else if (last !== undefined)
        found = lost(last)
          ? []
          : known
              .filter((id) => id < Number(last))
              .slice(-limit)
              .toReversed()
      else found = known.slice(-limit).toReversed()
      return { chat_id: 1, messages: found.map(message), users: [], files: [] }
    },
    async batch(
      commands: Readonly<Record<string, { method: string; params: RestParams }>>,
    ): Promise<Readonly<Record<string, BatchAnswer>>> {
      if (!batches) throw new PortalError('unsupported', 'batch')
      const answers: Record<string, BatchAnswer> = {}
      for (const [key, { method, params }] of Object.entries(commands)) {
        const resolved = Object.fromEntries(
          Object.entries(params).map(([name, value]) => {
            const reference = /^\$result\[(\w+)\]\[messages\]\[(\d+)\]\[id\]$/.exec(String(value))
            const answer = reference ? answers[reference[1] ?? ''] : undefined
            if (!reference) return [name, value]
            return [name, answer?.ok ? ((answer.result as { messages: { id: number }[] }).messages[Number(reference[2])]?.id ?? '') : '']
          }),
        )
        try {
          answers[key] = { ok: true, result: await portal.call(method, resolved), time: null }
        } catch (error) {
          answers[key] = { ok: false, error: error as Error }
        }
      }
      return answers
    },
    collect: (method: string, params: RestParams) => portal.call(method, params),
    download: () => Promise.reject(new PortalError('rejected', 'no files here')),
  }
  return portal
}
