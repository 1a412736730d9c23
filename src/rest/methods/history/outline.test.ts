import { expect, it } from 'vitest'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import { fakePortal, type FakePortalOptions } from '~/testing/fake-portal'
import { loadOutline, type KnownEnds } from './outline.ts'

const dialogId = parseDialogId('chat1') as DialogId
const begin = Date.UTC(2024, 0, 1)
const HOUR = 3_600_000
const ids = Array.from({ length: 1_000 }, (_, at) => (at + 1) * 10)
const dateOf = (id: number) => `${new Date(begin + id * HOUR).toISOString().slice(0, 19)}+00:00`
const portal = (options: Partial<FakePortalOptions> = {}) => fakePortal({ ids, dateOf, ...options })

const nothing: KnownEnds = { first: null, lastId: null }
const ends: KnownEnds = { first: { id: 10 as MessageId, sentAt: begin + 10 * HOUR }, lastId: 10_000 as MessageId }
const outlineOf = (client: ReturnType<typeof portal>, known: KnownEnds) => loadOutline({ client, dialogId, options: {} }, known)

it('the life of a dialog is fifty dates, in one request where its ends are known', async () => {
  const asked = portal()
  const { first, probes } = await outlineOf(asked, ends)
  expect(asked.requests).toBe(1)
  expect(asked.asked.every(({ params }) => params['LIMIT'] === 1)).toBe(true)
  expect(first).toEqual(ends.first)
  expect(probes).toHaveLength(50)
  for (const { below, found } of probes)
    expect([found?.id, found?.sentAt]).toEqual([ids.findLast((id) => id < below), begin + (found?.id ?? 0) * HOUR])
  expect(probes.at(-1)?.found?.id).toBe(10_000)
})

it('each end that is not known is one request more', async () => {
  const asked = portal()
  expect(await outlineOf(asked, nothing)).toEqual(await outlineOf(portal(), ends))
  expect(asked.requests).toBe(3)
})

it('a portal that knows no ids but those of its messages tells where it begins, and between that what happens to be hit', async () => {
  const { first, probes } = await outlineOf(portal({ unknownCursor: 'empty' }), { first: null, lastId: 10_000 as MessageId })
  expect(first).toEqual(ends.first)
  expect(probes.filter(({ found }) => found !== null).length).toBeLessThan(10)
})

it('so does one without batches, and a dialog without messages tells nothing', async () => {
  expect((await outlineOf(portal({ batches: false }), nothing)).probes.every(({ found }) => found === null)).toBe(true)
  expect(await outlineOf(portal({ ids: [] }), nothing)).toEqual({ first: null, probes: [] })
})
