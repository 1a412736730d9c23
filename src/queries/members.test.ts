import { InfiniteQueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from '~/rest/client/client'
import { fakePortal } from '~/testing/fake-portal'
import { membersQuery } from './members.ts'
import { createQueryClient } from './query-client.ts'

const dialogId = parseDialogId('chat1') as DialogId
const LIMIT = 200

interface Options {
  /** Members whom the reader may not see: they count for the offset and are left out of the answer. */
  readonly hidden?: ReadonlySet<number>
  readonly count: number
  /** Whether the portal has batches, and says there where the next page begins. */
  readonly tells?: boolean
  readonly ignoresOffset?: boolean
}

function portalOfMembers({ count, hidden = new Set(), tells = true, ignoresOffset = false }: Options) {
  const portal = fakePortal({ ids: [] })
  const state = { isDown: false, requests: 0 }
  const page = (params: RestParams) => {
    if (state.isDown) throw new PortalError('network', 'no')
    const offset = ignoresOffset ? 0 : Number(params['OFFSET'])
    const ids = Array.from({ length: count }, (_, at) => at + 1).slice(offset, offset + LIMIT)
    const result = ids.filter((id) => !hidden.has(id)).map((id) => ({ id, name: `Member ${id}` }))
    return { result, ...(offset + LIMIT < count ? { next: offset + LIMIT } : {}) }
  }
  portal.call = async (_, params) => {
    state.requests++
    if (state.requests > 20) throw new Error('asked for ever')
    return page(params).result
  }
  portal.batch = async (commands) => {
    state.requests++
    if (!tells) throw new PortalError('unsupported', 'batch')
    return Object.fromEntries(
      Object.entries(commands).map(([key, { params }]) => [key, { ok: true, ...page(params), total: count, time: null }]),
    )
  }
  return { portal, state }
}

function openMembers(options: Options) {
  const { portal, state } = portalOfMembers(options)
  const observer = new InfiniteQueryObserver(createQueryClient(), membersQuery(portal, dialogId))
  observer.subscribe(() => {})
  const readAll = async () => {
    await observer.refetch()
    while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage({ throwOnError: true })
    return (observer.getCurrentResult().data ?? []).map(({ id }) => id as number)
  }
  return { observer, state, readAll }
}

const all = (count: number) => Array.from({ length: count }, (_, at) => at + 1)

describe('members', () => {
  it.each([true, false])(
    'are all read, also past a page from which some were left out; the portal says where the next begins: %s',
    async (tells) => {
      const hidden = new Set([7, 8, 9])
      const { readAll } = openMembers({ count: 450, hidden, tells })
      expect(await readAll()).toEqual(all(450).filter((id) => !hidden.has(id)))
    },
  )

  it('of a small chat are one request where the portal says that these are all', async () => {
    const { readAll, state } = openMembers({ count: 12 })
    expect(await readAll()).toEqual(all(12))
    expect(state.requests).toBe(1)
  })

  it('are not asked for without end by a portal that gives the same page again', async () => {
    const { readAll } = openMembers({ count: 200, tells: false, ignoresOffset: true })
    expect(await readAll()).toEqual(all(200))
  })

  it('beyond a failure are asked for again', async () => {
    const { observer, state } = openMembers({ count: 450 })
    await observer.refetch()
    state.isDown = true
    await observer.fetchNextPage()
    expect(observer.getCurrentResult()).toMatchObject({ isFetchNextPageError: true, hasNextPage: true })
    expect(observer.getCurrentResult().data).toHaveLength(200)
    state.isDown = false
    await observer.fetchNextPage()
    expect(observer.getCurrentResult().data).toHaveLength(400)
  })
})
