import { describe, expect, it } from 'vitest'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import { fakePortal, type FakePortalOptions } from '~/testing/fake-portal'
import { rereadPage } from './reread-page.ts'

const dialogId = parseDialogId('chat1') as DialogId
const ids = Array.from({ length: 200 }, (_, at) => (at + 1) * 10)
const portalOf = (over: Partial<FakePortalOptions> = {}) => fakePortal({ ids, maxRequests: 10, ...over })
const ask = (portal: ReturnType<typeof portalOf>, ends: readonly (number | null)[], first = 10) =>
  rereadPage(portal, dialogId, { ends: ends as (MessageId | null)[], first: first as MessageId }, {})
const summary = (reread: Awaited<ReturnType<typeof ask>>) =>
  reread && { from: reread.from, below: reread.below, first: reread.page.messages[0]?.id, last: reread.page.messages.at(-1)?.id }

describe('a part of a dialog read again', () => {
  it('is what lies below a known message, in one request', async () => {
    const portal = portalOf()
    expect(summary(await ask(portal, [1_000, 1_010]))).toEqual({ from: 500, below: 1_000, first: 500, last: 990 })
    expect(portal.requests).toBe(1)
    expect(portal.asked[0]?.params).toEqual({ DIALOG_ID: 'chat1', LIMIT: 50, LAST_ID: 1_000 })
  })
  it('is the end of the dialog, in one request', async () => {
    const portal = portalOf()
    expect(summary(await ask(portal, [null, 2_000]))).toEqual({ from: 1_510, below: Infinity, first: 1_510, last: 2_000 })
    expect(portal.requests).toBe(1)
  })
  it.each(['empty', 'ignored'] as const)(
    'is asked for from another message when a portal that knows only its own (%s) has lost one',
    async (unknownCursor) => {
      const portal = portalOf({ unknownCursor })
      portal.ids = portal.ids.filter((id) => id !== 1_000)
      expect(summary(await ask(portal, [1_000, 1_010]))).toMatchObject({ below: 1_010, last: 990 })
      expect(portal.requests).toBe(2)
    },
  )
  it('tells nothing where the portal knows none of the messages', async () => {
    const portal = portalOf({ unknownCursor: 'empty' })
    portal.ids = ids.slice(0, 20)
    expect(await ask(portal, [1_000, 1_010])).toBeNull()
  })
  it('tells that the dialog is empty only when it is', async () => {
    const portal = portalOf({ unknownCursor: 'empty' })
    expect(summary(await ask(portal, [null, 2_000]))).toMatchObject({ below: 2_000 })
    portal.ids = []
    expect(summary(await ask(portal, [null, 2_000]))).toMatchObject({ from: 0, below: Infinity, first: undefined })
  })
})

describe('the beginning', () => {
  it('is covered when nothing lies before a short page, which is asked for only where known messages are missing', async () => {
    const portal = portalOf()
    expect(summary(await ask(portal, [300]))).toMatchObject({ from: 10 })
    expect(portal.requests).toBe(1)
    portal.ids = portal.ids.slice(2)
    expect(summary(await ask(portal, [300]))).toMatchObject({ from: 0, first: 30 })
  })
  it('is not taken for granted: a portal that leaves records out of its pages loses no message for that', async () => {
    const portal = portalOf()
    const call = portal.call.bind(portal)
    portal.call = async (method, params) => {
      const answer = (await call(method, params)) as { messages: { id: number }[] }
      return { ...answer, messages: answer.messages.filter(({ id }) => id % 20 === 0) }
    }
    expect(summary(await ask(portal, [1_800]))).toMatchObject({ from: 1_300, first: 1_300 })
  })
})
