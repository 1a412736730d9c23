import { InfiniteQueryObserver } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { HistoryEnricher } from '~/domain/history/enrichment'
import { mergePages, type History } from '~/domain/history/history'
import { applyReread } from '~/domain/history/reread'
import { parseDialogId, type DialogId, type MessageId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message/message'
import { PortalError } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { loadArrivals } from './arrivals.ts'
import { changeWindows } from './change-windows.ts'
import { enrichMessages, releaseEnrichment } from './enrich-messages.ts'
import { enrichmentOf } from './change-enrichment.ts'
import { findMessage, watchMessages } from './find-message.ts'
import { historyQuery, MAX_PAGES } from './history.ts'
import { createQueryClient } from '../query-client.ts'

const dialogId = parseDialogId('chat1') as DialogId
const LIKED = 1_999
const NEWEST = 2_000

interface Told {
  readonly messages: readonly unknown[]
  readonly reactions: readonly unknown[]
  readonly [more: string]: unknown
}
const reaction = (messageId: number, name = 'laugh') => ({ messageId, reactionCounters: { [name]: 1 }, reactionUsers: { [name]: [7] } })
const toldOf = (...ids: number[]): Told => ({ messages: ids.map((id) => ({ id, params: {} })), reactions: ids.map((id) => reaction(id)) })

/** A portal whose search returns what `answer` gives. */
function portalTelling(answer: () => Told) {
  const portal = fakePortal({ ids: Array.from({ length: NEWEST }, (_, at) => at + 1) })
  const searches: unknown[] = []
  const call = portal.call.bind(portal)
  portal.call = (method, params) => {
    if (method !== 'im.dialog.messages.search') return call(method, params)
    searches.push(params)
    return Promise.resolve().then(answer)
  }
  return { portal, searches }
}

const nothing: ReadonlySet<number> = new Set()

async function openWindow({ portal, searches }: ReturnType<typeof portalTelling>) {
  const queryClient = createQueryClient()
  const scope = { queryClient, client: portal, dialogId }
  const start = { at: 'newest', visit: 0 } as const
  const query = historyQuery(portal, dialogId, start)
  const observer = new InfiniteQueryObserver(queryClient, query)
  observer.subscribe(() => {})
  await observer.refetch()
  const enricher = new HistoryEnricher()
  /** As the rows get it. */
  const history = (): History => {
    const { data } = observer.getCurrentResult()
    if (!data) throw new Error('nothing is loaded')
    return enricher.enrich(data, enrichmentOf(scope).facts)
  }
  const messageOf = (id: number) => history().messages.find((candidate): candidate is TextMessage => candidate.id === id)
  return {
    scope,
    query,
    observer,
    searches,
    portal,
    history,
    messageOf,
    /** The names of the reactions that a row of the message shows; null where no loaded page has it. */
    reactionsOf: (id: number): string[] | null => messageOf(id)?.reactions.map(({ name }) => name) ?? null,
    /** The reader rests with some messages on the screen, somewhere in what is loaded. */
    rest: async (inSight: ReadonlySet<number> = nothing, whenTold = inSight) => {
      releaseEnrichment(scope, inSight)
      await enrichMessages(scope, history(), { from: 0, to: history().messages.length }, () => whenTold)
    },
    scrollFarUp: async () => {
      for (let page = 0; page < MAX_PAGES; page++) await observer.fetchPreviousPage()
    },
    scrollBackDown: async () => {
      while (observer.getCurrentResult().hasNextPage) await observer.fetchNextPage()
    },
    arrive: async () => {
      portal.ids = [...portal.ids, (portal.ids.at(-1) ?? 0) + 1]
      // From some messages before the end, so that those which are known come again.
      const { reread } = await loadArrivals(portal, dialogId, history().messages.slice(0, -1), {})
      changeWindows({ ...scope, start }, null, (pages) => applyReread(pages, reread, () => false))
    },
  }
}

describe('what was told of a message', () => {
  const opened = () => openWindow(portalTelling(() => toldOf(LIKED)))

  it('is shown', async () => {
    const window = await opened()
    expect(window.reactionsOf(LIKED)).toEqual([])
    await window.rest()
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
    expect(window.messageOf(LIKED)?.has.reactions).toBe(true)
  })

  it('is there after a page that was being read when it was told', async () => {
    const window = await opened()
    const page = window.observer.fetchPreviousPage()
    await window.rest()
    await page
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
  })

  it('is there at once when its page was let go and has been read again', async () => {
    const window = await opened()
    await window.rest()
    await window.scrollFarUp()
    expect(window.reactionsOf(LIKED)).toBeNull()
    await window.scrollBackDown()
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
  })

  it('is there when the message has come again with what arrived', async () => {
    const window = await opened()
    await window.rest()
    await window.arrive()
    expect(window.history().messages.at(-1)?.id).toBe(NEWEST + 1)
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
  })

  it('is there when the window has been read anew, and in every other window', async () => {
    const window = await opened()
    await window.rest()
    const { queryClient } = window.scope
    await queryClient.resetQueries({ queryKey: window.query.queryKey })
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
    const data = await queryClient.fetchInfiniteQuery(historyQuery(window.portal, dialogId, { at: 'newest', visit: 1 }))
    const other = new HistoryEnricher().enrich(mergePages(data.pages), enrichmentOf(window.scope).facts)
    expect(other.messages.find(({ id }) => id === LIKED)).toMatchObject({ reactions: [{ name: 'laugh' }] })
  })

  it('leaves every message of which nothing is told the very same, and its own row while nothing else is told', async () => {
    const window = await opened()
    const before = window.history().messages
    await window.rest()
    const after = window.history().messages
    expect(after.filter((message, index) => message !== before[index]).map(({ id }) => id as number)).toEqual([LIKED])
    await window.scrollFarUp()
    await window.rest()
    await window.scrollBackDown()
    const again = window.messageOf(LIKED)
    await window.rest()
    expect(window.searches.length).toBeGreaterThan(1)
    expect(window.messageOf(LIKED)).toBe(again)
  })

  it('is kept of so many messages and no more, once no window holds them', async () => {
    const all = Array.from({ length: NEWEST + 1 }, (_, at) => at + 1)
    let told = toldOf(...all)
    const window = await openWindow(portalTelling(() => told))
    await window.rest()
    expect(Object.keys(enrichmentOf(window.scope).facts)).toHaveLength(all.length)
    told = toldOf()
    await window.observer.fetchPreviousPage()
    await window.rest()
    const held = window.history().messages.map(({ id }) => String(id))
    expect(Object.keys(enrichmentOf(window.scope).facts)).toEqual(held)
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
  })
})

describe('the portal', () => {
  it('is asked once for what is held, in one call, and for what arrives', async () => {
    const window = await openWindow(portalTelling(() => toldOf(LIKED)))
    await Promise.all([window.rest(), window.rest()])
    await window.rest()
    expect(window.searches).toHaveLength(1)
    await window.arrive()
    await window.rest()
    expect(window.searches).toHaveLength(2)
    expect(window.searches[1]).toMatchObject({ LIMIT: 1 })
  })

  it('is asked again for what was let go, and may tell something else', async () => {
    let name = 'laugh'
    const window = await openWindow(portalTelling(() => ({ ...toldOf(LIKED), reactions: [reaction(LIKED, name)] })))
    await window.rest()
    await window.scrollFarUp()
    await window.rest()
    await window.scrollBackDown()
    name = 'cry'
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
    for (let turn = 0; turn < 5; turn++) await window.rest()
    expect(window.reactionsOf(LIKED)).toEqual(['cry'])
  })

  it('is asked again for a message that has come again with other likes', async () => {
    const window = await openWindow(portalTelling(() => toldOf()))
    await window.rest()
    window.portal.likes = new Map([[NEWEST, [7]]])
    await window.arrive()
    expect(window.reactionsOf(NEWEST)).toEqual(['like'])
    await window.rest()
    expect(window.searches.at(-1)).toMatchObject({ LIMIT: 2 })
  })

  it('is asked again after a failure, and no more once it refuses the dialog or has no such method', async () => {
    const failing = (code: 'network' | 'access' | 'unsupported') =>
      openWindow(
        portalTelling(() => {
          throw new PortalError(code, 'no')
        }),
      )
    const broken = await failing('network')
    await broken.rest()
    await broken.rest()
    expect(broken.searches).toHaveLength(2)

    for (const code of ['access', 'unsupported'] as const) {
      const window = await failing(code)
      await window.rest()
      await window.arrive()
      await window.rest()
      expect(window.searches, code).toHaveLength(1)
      const other = { ...window.scope, dialogId: parseDialogId('chat2') as DialogId }
      await enrichMessages(other, window.history(), { from: 0, to: 9 }, () => nothing)
      expect(window.searches, code).toHaveLength(code === 'access' ? 2 : 1)
    }
  })
})

describe('what would change the height of a message on the screen', () => {
  const seen = new Set([LIKED])

  it('waits until the message has left it', async () => {
    const window = await openWindow(portalTelling(() => toldOf(LIKED, NEWEST)))
    await window.rest(seen)
    expect(window.reactionsOf(NEWEST)).toEqual(['laugh'])
    expect(window.reactionsOf(LIKED)).toEqual([])
    await window.rest(seen)
    expect(window.reactionsOf(LIKED)).toEqual([])
    await window.rest()
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
    expect(window.searches).toHaveLength(1)
  })

  it('is what is on the screen when it is told, not when it was asked for', async () => {
    const window = await openWindow(portalTelling(() => toldOf(LIKED, NEWEST)))
    await window.rest(new Set([LIKED]), new Set([NEWEST]))
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
    expect(window.reactionsOf(NEWEST)).toEqual([])
  })

  it('survives what happens to pages meanwhile', async () => {
    const window = await openWindow(portalTelling(() => toldOf(LIKED)))
    await window.rest(seen)
    await window.arrive()
    await window.scrollFarUp()
    await window.scrollBackDown()
    releaseEnrichment(window.scope, nothing)
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
  })

  it.each([
    ['a second reaction', [LIKED], toldOf(LIKED), ['laugh']],
    ['a first reaction', [], toldOf(LIKED), []],
  ])('is %s or not', async (_, likedBefore, told, shown) => {
    const made = portalTelling(() => told)
    made.portal.likes = new Map(likedBefore.map((id) => [id, [7]]))
    const window = await openWindow(made)
    await window.rest(seen)
    expect(window.reactionsOf(LIKED)).toEqual(shown)
  })

  it('is an origin or a reply of which the page told nothing', async () => {
    const search = (id: number) => ({ id, params: { REPLY_ID: 5 }, forward: { id: 'chat5/1', userId: 7, chatTitle: 'Sales' } })
    const window = await openWindow(portalTelling(() => ({ messages: [search(LIKED)], reactions: [] })))
    await window.rest(seen)
    expect(window.messageOf(LIKED)?.has).toMatchObject({ forward: false, reply: false })
    await window.rest()
    expect(window.messageOf(LIKED)).toMatchObject({ replyTo: 5, forwarded: { chatTitle: 'Sales' }, has: { forward: true, reply: true } })
  })

  it('is the message that is replied to, though no page has it', async () => {
    const answer = {
      messages: [{ id: LIKED, params: { REPLY_ID: 5 } }],
      reactions: [],
      additionalMessages: [{ id: 5, author_id: 7, authorId: 7, date: '2026-03-04T09:43:26+02:00', text: 'Asked long ago', params: [] }],
      users: [{ id: 7, name: 'Ann', firstName: 'Ann' }],
    }
    const { rest, scope } = await openWindow(portalTelling(() => answer))
    const found = () => findMessage(scope.queryClient, scope.client, dialogId, 5 as MessageId)
    expect(found()).toBeNull()
    let looks = 0
    const stop = watchMessages(scope.queryClient, scope.client, dialogId, () => looks++)
    await rest()
    stop()
    expect(found()).toMatchObject({ message: { text: 'Asked long ago' }, author: { name: 'Ann' } })
    expect(looks).toBeGreaterThan(0)
  })

  it('is no longer the message that is replied to once the portal has it no more', async () => {
    const additional = [{ id: 5, author_id: 7, text: 'Asked long ago', params: [] }]
    let told: Told = { messages: [{ id: LIKED, params: { REPLY_ID: 5 } }], reactions: [], additionalMessages: additional }
    const made = portalTelling(() => told)
    const { rest, scope, arrive } = await openWindow(made)
    const found = () => findMessage(scope.queryClient, scope.client, dialogId, 5 as MessageId)
    await rest()
    expect(found()).not.toBeNull()
    told = { ...told, additionalMessages: [] }
    // The message is looked up again.
    made.portal.likes = new Map([[LIKED, [7]]])
    await arrive()
    await rest()
    expect(found()).toBeNull()
  })

  it('is whether the plan hides what is older, for which the search looks one message beyond the oldest', async () => {
    const told = { messages: [], reactions: [], tariffRestrictions: { isHistoryLimitExceeded: true } }
    const made = portalTelling(() => told)
    made.portal.ids = Array.from({ length: 30 }, (_, at) => at + 1)
    const { rest, scope, searches } = await openWindow(made)
    const cut = () => enrichmentOf(scope).cutByPlan
    expect(cut()).toBe(null)
    await rest()
    expect(searches).toMatchObject([{ LIMIT: 31 }])
    expect(cut()).toBe(true)
  })

  it('is that the plan hides nothing, once the search has answered at the beginning and not before', async () => {
    const made = portalTelling(() => ({ messages: [], reactions: [] }))
    made.portal.ids = Array.from({ length: 70 }, (_, at) => at + 1)
    const { rest, scope, scrollFarUp } = await openWindow(made)
    const cut = () => enrichmentOf(scope).cutByPlan
    await rest()
    expect(cut()).toBe(null)
    await scrollFarUp()
    await rest()
    expect(cut()).toBe(false)
  })

  it('is the last reaction that is taken back', async () => {
    let told = toldOf(LIKED)
    const window = await openWindow(portalTelling(() => told))
    await window.rest()
    await window.scrollFarUp()
    await window.rest()
    await window.scrollBackDown()
    told = toldOf()
    for (let turn = 0; turn < 5; turn++) await window.rest(seen)
    expect(window.reactionsOf(LIKED)).toEqual(['laugh'])
    await window.rest()
    expect(window.reactionsOf(LIKED)).toEqual([])
  })
})
