import { describe, expect, it } from 'vitest'
import { portalErrors, type PortalErrorCode } from './state/faults.ts'
import { Caller } from './testing/caller.ts'
import { runningPortal } from './testing/running-portal.ts'

const origin = await runningPortal()

describe('faults', () => {
  it.each(Object.keys(portalErrors) as PortalErrorCode[])('%s is answered with its status and the headers of REST', async (kind) => {
    const caller = await Caller.of(origin, { faults: [{ kind, method: 'profile' }] })
    const { status, body, headers } = await caller.call('profile')
    expect([status, body.error, headers.get('access-control-allow-origin')]).toEqual([portalErrors[kind][0], kind, '*'])
    expect((await caller.call('server.time')).status).toBe(200)
  })

  it.each([
    ['502', 502],
    ['503-html', 503],
    ['429-html', 429],
  ] as const)('%s is a page without headers of REST, as from in front of PHP', async (kind, status) => {
    const answer = await (await Caller.of(origin, { faults: [{ kind }] })).raw('profile')
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('access-control-allow-origin')]).toEqual([
      status,
      'text/html',
      null,
    ])
  })

  it('“stall” begins an answer and does not end it', async () => {
    const caller = await Caller.of(origin, { faults: [{ kind: 'stall', method: 'profile' }] })
    const stop = new AbortController()
    const answer = await caller.raw('profile', {}, { signal: stop.signal })
    const reader = answer.body?.getReader()
    expect((await reader?.read())?.value?.length).toBeGreaterThan(0)
    const ended = reader?.read().then(
      () => 'ended',
      () => 'given up',
    )
    // Another call is answered meanwhile.
    expect((await caller.call('server.time')).status).toBe(200)
    stop.abort()
    expect(await ended).toBe('given up')
  })
})

describe('downloads', () => {
  it('count in the bucket, and one that is refused has not spent its link', async () => {
    const caller = await Caller.of(origin, { burst: 2, perSecond: 0.001 })
    const link = await caller.link()
    expect((await fetch(link)).status).toBe(200)
    const { status } = await caller.call('server.time')
    expect(status).toBe(503)
    await caller.configure({ burst: 3, perSecond: 0.001 })
    const other = await caller.link()
    await caller.call('server.time')
    await caller.call('server.time')
    expect((await fetch(other)).status).toBe(503)
    await caller.configure({})
    expect((await fetch(other)).status).toBe(200)
  })

  it('fail as calls do, and are in the log', async () => {
    const caller = await Caller.of(origin, {
      faults: [
        { kind: 'error-in-200', method: 'download', times: 1 },
        { kind: 'truncated-json', method: 'download', times: 1 },
      ],
    })
    const wrong = await fetch(await caller.link())
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    const cut = await (await fetch(await caller.link())).arrayBuffer()
    const whole = await (await fetch(await caller.link())).arrayBuffer()
    expect(cut.byteLength).toBe(Math.floor(whole.byteLength / 2))
    const { log } = await caller.log()
    expect(log.filter(({ method }) => method === 'download').map(({ status, error }) => [status, error])).toEqual([
      [200, 'fault:error-in-200'],
      [200, null],
      [200, null],
    ])
  })

  it('expire where the portal is set so', async () => {
    const caller = await Caller.of(origin, { downloadSeconds: 0 })
    const answer = await fetch(await caller.link())
    expect([answer.status, ((await answer.json()) as { error: string }).error]).toEqual([400, 'FILE_NOT_FOUND'])
  })
})

describe('limits', () => {
  it('operating time is spent by calls, and a method that has spent too much is blocked alone', async () => {
    const caller = await Caller.of(origin, { operatingLimitSeconds: 5, operatingSeconds: { profile: 2 } })
    const now = Date.now() / 1000
    const { time } = (await caller.call('profile')).body
    expect(time).toMatchObject({ operating: 2, duration: 2 })
    expect(time?.['operating_reset_at']).toBeGreaterThan(now + 500)
    expect(time?.['operating_reset_at']).toBeLessThanOrEqual(now + 660)
    await caller.call('profile')
    expect((await caller.call('profile')).body.time).toMatchObject({ operating: 6 })
    expect(await caller.call('profile')).toMatchObject({ status: 429, body: { error: 'OPERATION_TIME_LIMIT' } })
    expect((await caller.call('server.time')).body.time).toMatchObject({ operating: 0 })
  })

  it('members of a batch spend it, the batch does not', async () => {
    const caller = await Caller.of(origin, { operatingLimitSeconds: 3, operatingSeconds: { profile: 2 } })
    const { body } = await caller.call('batch', { 'cmd[a]': 'profile', 'cmd[b]': 'profile', 'cmd[c]': 'profile' })
    expect(body.result.result_time).toMatchObject({ a: { operating: 2 }, b: { operating: 4 } })
    expect(body.result.result_error).toMatchObject({ c: { error: 'OPERATION_TIME_LIMIT' } })
    expect(body.time).toMatchObject({ operating: 0 })
  })

  it('one bucket serves all sessions of an address, and no other', async () => {
    const settings = { address: 'office', burst: 3, perSecond: 0.001 }
    const [one, two] = [await Caller.of(origin, settings), await Caller.of(origin, settings)]
    const elsewhere = await Caller.of(origin, { burst: 3, perSecond: 0.001 })
    const statuses = []
    for (const caller of [one, two, one, two]) statuses.push((await caller.call('server.time')).status)
    expect(statuses).toEqual([200, 200, 200, 503])
    expect((await elsewhere.call('server.time')).status).toBe(200)
  })

  it('a method outside of the rights is refused, also where it would be the older way to a file', async () => {
    const caller = await Caller.of(origin)
    expect(await caller.call('disk.file.get', { id: '3000000' })).toMatchObject({ status: 401, body: { error: 'insufficient_scope' } })
    expect(await caller.result('scope')).not.toContain('disk')
    const withDisk = await Caller.of(origin, { scopes: ['im', 'disk'] })
    expect((await withDisk.result('disk.file.get', { id: '3000000' })).DOWNLOAD_URL).toContain('/rest/download.json')
    expect(await withDisk.result('scope')).toEqual(['im', 'disk'])
  })
})
