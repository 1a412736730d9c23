import { describe, expect, it } from 'vitest'
import documented from './data/documented-example.json' with { type: 'json' }
import type { SessionSettings } from './state/session.ts'
import { Caller, type Answer } from './testing/caller.ts'
import { runningPortal } from './testing/running-portal.ts'

const origin = await runningPortal()

/** A caller of its own, so that limits and faults are not shared. */
const session = async (settings: SessionSettings = {}) => {
  const caller = await Caller.of(origin, settings)
  return caller.call.bind(caller)
}
const ids = (answer: Answer): number[] => answer.body.result.messages.map((message: { id: number }) => message.id)

describe('the wire', () => {
  it('answers with exactly the CORS headers of a portal, and an OPTIONS with nothing else', async () => {
    const call = await session()
    const { headers } = await call('profile')
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-headers')).toBe('origin, content-type, accept')
    expect(headers.get('access-control-allow-methods')).toBeNull()
    const options = await fetch(`${origin}/rest/503/demo/profile`, { method: 'OPTIONS' })
    expect([options.status, await options.text(), options.headers.get('access-control-max-age')]).toEqual([200, '', null])
  })

  it('takes GET, form and JSON alike, names in any case, and the body before the query', async () => {
    for (const response of [
      await fetch(`${origin}/rest/503/demo/IM.Dialog.Get.json?dialog_id=chat20`),
      await fetch(`${origin}/rest/503/demo/im.dialog.get?DIALOG_ID=chat60`, {
        method: 'POST',
        body: new URLSearchParams({ DIALOG_ID: 'chat20' }),
      }),
      await fetch(`${origin}/rest/503/demo/im.dialog.get`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ DIALOG_ID: 'chat20' }),
      }),
    ]) {
      expect(((await response.json()) as { result: { id: number } }).result.id).toBe(20)
    }
  })

  it('knows neither an unknown webhook nor an unknown method', async () => {
    const stranger = await fetch(`${origin}/rest/503/nobody/profile`)
    expect([stranger.status, ((await stranger.json()) as { error: string }).error]).toEqual([401, 'INVALID_CREDENTIALS'])
    const call = await session()
    expect(await call('no.such.method')).toMatchObject({ status: 404, body: { error: 'ERROR_METHOD_NOT_FOUND' } })
  })

  it('lets 50 requests through at once and refuses the next', async () => {
    const call = await session({ burst: 50, perSecond: 0.01 }) // However long they take: nothing leaves the bucket meanwhile.
    const statuses = await Promise.all(Array.from({ length: 55 }, () => call('server.time').then(({ status }) => status)))
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThanOrEqual(4)
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(50)
  })

  it('tells an expired token from an unknown one', async () => {
    const error = async (auth: string) =>
      ((await (await fetch(`${origin}/rest/profile`, { method: 'POST', body: new URLSearchParams({ auth }) })).json()) as { error: string })
        .error
    expect(await error('whoever')).toBe('invalid_token')
    expect(await error('')).toBe('NO_AUTH_FOUND')
  })
})

describe('im.dialog.messages.get', () => {
  it('gives the newest page newest first, and neighbours of a cursor from the nearest on', async () => {
    const call = await session()
    const newest = ids(await call('im.dialog.messages.get', { DIALOG_ID: 'chat20', LAST_ID: '2147483647', LIMIT: '5' }))
    expect(newest).toEqual(newest.toSorted((a, b) => b - a))
    const newer = ids(await call('im.dialog.messages.get', { DIALOG_ID: 'chat20', FIRST_ID: String(newest[4]), LIMIT: '2' }))
    expect(newer).toEqual([newest[3], newest[2]])
    const both = ids(
      await call('im.dialog.messages.get', { DIALOG_ID: 'chat20', FIRST_ID: String(newest[4]), LAST_ID: 'nonsense', LIMIT: '2' }),
    )
    expect(both).toEqual(newer)
  })

  it('stands at the border of the unread when there is no cursor, with companions of one half only', async () => {
    const call = await session()
    const { body } = await call('im.dialog.messages.get', { DIALOG_ID: 'chat40', LIMIT: '50' })
    const unread = body.result.messages.filter((message: { unread: boolean }) => message.unread).length
    expect([body.result.messages.length, unread]).toEqual([100, 50])
    const authors = new Set(body.result.messages.slice(0, 50).map((message: { author_id: number }) => message.author_id))
    for (const user of body.result.users) if (user.id) expect(authors.has(user.id)).toBe(true)
  })

  it('answers the documented example as it is documented', async () => {
    const call = await session()
    const { body } = await call('im.dialog.messages.get', { DIALOG_ID: 'chat1489' })
    expect(body.result).toEqual(documented.result)
  })

  it('caps LIMIT at 50, and FIRST_ID=0 is the start of what may be seen', async () => {
    const call = await session()
    expect(ids(await call('im.dialog.messages.get', { DIALOG_ID: 'chat20', FIRST_ID: '0', LIMIT: '500' }))).toHaveLength(50)
    const first = ids(await call('im.dialog.messages.get', { DIALOG_ID: 'chat45', FIRST_ID: '0', LIMIT: '50' }))
    expect(first).not.toEqual(first.toSorted((a, b) => a - b))
    expect(ids(await call('im.dialog.messages.get', { DIALOG_ID: 'chat45', LAST_ID: String(Math.min(...first)), LIMIT: '50' }))).toEqual([])
  })

  it.each([
    [{ DIALOG_ID: '' }, 400, 'DIALOG_ID_EMPTY'],
    [{ DIALOG_ID: 'imol|x' }, 400, 'DIALOG_ID_EMPTY'],
    [{ DIALOG_ID: 'chat20', LAST_ID: '-1' }, 400, 'LAST_ID_STRING'],
    [{ DIALOG_ID: 'chat20', FIRST_ID: 'abc' }, 400, 'FIRST_ID_STRING'],
    [{ DIALOG_ID: 'chat70' }, 403, 'ACCESS_ERROR'],
  ])('refuses %j with %i %s', async (params, status, error) => {
    const call = await session()
    expect(await call('im.dialog.messages.get', params as Record<string, string>)).toMatchObject({ status, body: { error } })
  })

  it('gives nothing for an unknown cursor where the portal is set so', async () => {
    const documented = await session({ unknownCursor: 'empty' })
    expect(ids(await documented('im.dialog.messages.get', { DIALOG_ID: 'chat20', LAST_ID: '2147483647', LIMIT: '5' }))).toEqual([])
    expect(ids(await documented('im.dialog.messages.get', { DIALOG_ID: 'chat20', LIMIT: '5' }))).toHaveLength(5)
  })

  it('computes the middle of a million messages as fast as the end', async () => {
    const call = await session()
    const middle = ids(await call('im.dialog.messages.get', { DIALOG_ID: 'chat1000', LAST_ID: '2511000', LIMIT: '50' }))
    expect(middle).toHaveLength(50)
  })
})

describe('the other methods', () => {
  it('search by date, and ignore a text of two characters', async () => {
    const call = await session()
    const { body } = await call('im.dialog.messages.search', {
      CHAT_ID: '1000',
      DATE_FROM: '2020-03-04T00:00:00+03:00',
      'ORDER[ID]': 'ASC',
      LIMIT: '1',
    })
    expect(body.result.messages[0].date >= '2020-03-04').toBe(true)
    // By their dates, and only then by their ids.
    const kinds = await call('im.dialog.messages.search', { CHAT_ID: '1', 'ORDER[ID]': 'ASC', LIMIT: '200' })
    const dates = kinds.body.result.messages.map(({ date }: { date: string }) => date)
    expect(dates).toEqual(dates.toSorted())
    const two = await call('im.dialog.messages.search', { CHAT_ID: '20', SEARCH_MESSAGE: 'zz', LIMIT: '200' })
    expect(two.body.result.messages).toHaveLength(200)
    const three = await call('im.dialog.messages.search', { CHAT_ID: '20', SEARCH_MESSAGE: 'zzz', LIMIT: '200' })
    expect(three.body.result.messages).toEqual([])
  })

  it('take % and _ in a search for any letters, and what follows a backslash for itself', async () => {
    const call = await session()
    const count = async (text: string) =>
      (await call('im.dialog.messages.search', { CHAT_ID: '1489', SEARCH_MESSAGE: text })).body.result.messages.length
    const all = await count('___')
    expect(all).toBeGreaterThan(0)
    expect(await count('%%%')).toBe(all)
    expect(await count(String.raw`\_\_\_`)).toBe(0)
  })

  it('run in a batch in order, with references, and stop where they are told to', async () => {
    const call = await session()
    const { body } = await call('batch', {
      'cmd[a]': 'im.dialog.messages.get?DIALOG_ID=chat20&LAST_ID=60000&LIMIT=2',
      'cmd[b]': 'im.dialog.messages.get?DIALOG_ID=chat20&FIRST_ID=$result[a][messages][0][id]&LIMIT=1',
      'cmd[c]': 'im.dialog.get?DIALOG_ID=chat70',
      'cmd[d]': 'batch',
    })
    expect(body.result.result.b.messages[0].id).toBeGreaterThan(body.result.result.a.messages[0].id)
    expect(body.result.result_error).toMatchObject({ c: { error: 'ACCESS_ERROR' }, d: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' } })
    const halted = await call('batch', { halt: '1', 'cmd[x]': 'no.such', 'cmd[y]': 'profile' })
    expect(halted.body.result.result).toEqual([])
    const empty = await call('batch')
    expect(empty.body.result).toEqual({ result: [], result_error: [], result_total: [], result_next: [], result_time: [] })
  })

  it('give one-time links to files, with CORS, and the portal’s own pages want its cookie', async () => {
    const call = await session()
    const { body } = await call('im.v2.File.download', { dialogId: 'chat30', fileId: '3000000' })
    const link = body.result.downloadUrl as string
    const first = await fetch(link)
    expect([first.status, first.headers.get('content-type'), first.headers.get('access-control-allow-origin')]).toEqual([
      200,
      'image/png',
      '*',
    ])
    expect((await fetch(link)).status).toBe(400)
    const page = await call('im.dialog.messages.get', { DIALOG_ID: 'chat30', LIMIT: '1', FIRST_ID: '0' })
    const preview = `${origin}${page.body.result.files[0].urlPreview}`
    expect((await fetch(preview)).headers.get('content-type')).toContain('text/html')
    const logged = await fetch(preview, { headers: { Cookie: 'PHPSESSID=demo' } })
    expect([logged.headers.get('content-type'), logged.headers.get('access-control-allow-origin')]).toEqual(['image/png', null])
  })

  it('that write are answered and can be found in the log', async () => {
    const caller = await Caller.of(origin)
    await caller.call('im.dialog.read', { DIALOG_ID: 'chat20' })
    expect((await caller.log()).writing).toEqual(['im.dialog.read'])
  })

  it('may be bound to placements by an app alone', async () => {
    const call = await session()
    expect(await call('placement.bind', { PLACEMENT: 'IM_SIDEBAR', HANDLER: 'https://app.example/' })).toMatchObject({
      status: 403,
      body: { error: 'WRONG_AUTH_TYPE' },
    })
  })
})

describe('the window around a placement', () => {
  it('runs nothing that its address holds, and gives its session to no other machine', async () => {
    const page = async (query: string) => (await fetch(`${origin}/placement/?${query}`)).text()
    const hostile = encodeURIComponent('"><script>alert(1)</script>')
    expect(await page(`PLACEMENT=${hostile}&LANG=${hostile}&dialogId=${hostile}&session=${hostile}`)).not.toContain('<script>alert')
    for (const app of ['javascript:alert(1)', 'https://evil.example/', 'data:text/html,x', 'http://localhost.evil.example/'])
      expect(await page(`app=${encodeURIComponent(app)}`), app).toContain('action="http://localhost:4173/')
    expect(await page(`app=${encodeURIComponent('http://localhost:5000/x')}`)).toContain('action="http://localhost:5000/x')
  })
})
