import { afterEach, describe, expect, it, vi } from 'vitest'
import { PortalError } from '~/domain/portal/portal-error'
import { TestClock } from '~/testing/TestClock'
import { createCollector } from './collect.ts'
import { withEarly } from './early-request.ts'
import { createPortalFrame, parseFrameName } from './frame.ts'
import { frameTransport } from './frame-transport.ts'
import { callPage } from '../methods/history/call-page.ts'
import { createRestClient } from './rest-client.ts'
import { Scheduler } from './scheduler.ts'
import type { Transport } from './transport.ts'

const signal = new AbortController().signal
afterEach(() => vi.unstubAllGlobals())

describe('what is collected in one tick', () => {
  it('travels in one batch, and each gets its own answer', async () => {
    const methods: string[] = []
    const client = createRestClient('https://portal.example', async (method, params) => {
      methods.push(method)
      const cmd = params['cmd'] as Record<string, string>
      return {
        result: Object.fromEntries(
          Object.entries(cmd)
            .filter(([, text]) => !text.startsWith('bad'))
            .map(([key, text]) => [key, text]),
        ),
        result_error: { c1: { error: 'ACCESS_ERROR', error_description: 'no' } },
      }
    })
    const [one, two, three] = await Promise.allSettled([
      client.collect('good', { A: 1 }),
      client.collect('bad', {}),
      client.collect('good', { A: 2 }),
    ])
    expect(methods).toEqual(['batch'])
    expect(one).toMatchObject({ value: 'good?A=1' })
    expect(two).toMatchObject({ reason: { code: 'access' } })
    expect(three).toMatchObject({ value: 'good?A=2' })
  })

  it('waits until more may be loaded than the first messages need, which are asked for at once', async () => {
    const methods: string[] = []
    const transport: Transport = async (method) => {
      methods.push(method)
      return `${method} answered`
    }
    let allow = () => {}
    const client = createRestClient('https://portal.example', transport, { mayLoad: new Promise<void>((resolve) => (allow = resolve)) })
    const later = client.collect('later', {})
    expect(await client.call('first', {})).toBe('first answered')
    await vi.dynamicImportSettled()
    expect(methods).toEqual(['first'])
    allow()
    expect(await later).toBe('later answered')
  })

  it('goes alone where the portal does not take it together with others', async () => {
    const methods: string[] = []
    const client = createRestClient('https://portal.example', async (method) => {
      methods.push(method)
      if (method !== 'batch') return `${method} alone`
      return {
        result: { c0: 'together' },
        result_error: { c1: { error: 'ERROR_BATCH_METHOD_NOT_ALLOWED' }, c2: { error: 'ERROR_BATCH_LENGTH_EXCEEDED' } },
      }
    })
    expect(await Promise.all([client.collect('a', {}), client.collect('b', {}), client.collect('c', {})])).toEqual([
      'together',
      'b alone',
      'c alone',
    ])
    expect(methods).toEqual(['batch', 'b', 'c'])
  })

  it('says of a list where its next page begins', async () => {
    const client = createRestClient('https://portal.example', async () => ({
      result: { page: [1, 2] },
      result_next: { page: 50 },
      result_total: { page: 80 },
    }))
    expect(await callPage(client, 'm', {})).toEqual({ result: [1, 2], next: 50 })
    const last = createRestClient('https://portal.example', async () => ({
      result: { page: [3] },
      result_next: [],
      result_total: { page: 80 },
    }))
    expect(await callPage(last, 'm', {})).toEqual({ result: [3], next: null })
  })

  it('goes alone when it is alone, and one by one where there are no batches', async () => {
    const methods: string[] = []
    const client = createRestClient('https://portal.example', async (method) => {
      methods.push(method)
      if (method === 'batch') throw new PortalError('unsupported', 'no')
      return method
    })
    expect(await client.collect('alone', {})).toBe('alone')
    expect(await Promise.all([client.collect('a', {}), client.collect('b', {})])).toEqual(['a', 'b'])
    expect(methods).toEqual(['alone', 'batch', 'a', 'b'])
  })

  it('is understood when PHP wrote lists for maps', async () => {
    const client = createRestClient('https://portal.example', async () => ({ result: ['zero', 'one'], result_error: [] }))
    expect(await client.batch({ 0: { method: 'a', params: {} }, 1: { method: 'b', params: {} } })).toEqual({
      0: { ok: true, result: 'zero', time: null },
      1: { ok: true, result: 'one', time: null },
    })
  })
})

describe('a member of a batch that fails', () => {
  it('is tried again where that may pass, as it would be alone, together with others like it', async () => {
    const sent: string[][] = []
    const client = createRestClient('https://portal.example', async (method, params) => {
      if (method !== 'batch') return sent.push([method]) && method
      const commands = params['cmd'] as Record<string, string>
      sent.push(Object.values(commands))
      const fails = (text: string) => sent.length === 1 && text.startsWith('shaky')
      const entries = Object.entries(commands)
      return {
        result: Object.fromEntries(entries.filter(([, text]) => !fails(text) && text !== 'denied')),
        result_error: Object.fromEntries(
          entries
            .filter(([, text]) => fails(text) || text === 'denied')
            .map(([key, text]) => [key, { error: text === 'denied' ? 'ACCESS_ERROR' : 'INTERNAL_SERVER_ERROR', error_description: '' }]),
        ),
      }
    })
    const outcomes = await Promise.allSettled(['good', 'shaky1', 'denied', 'shaky2'].map((method) => client.collect(method, {})))
    expect(outcomes).toMatchObject([{ value: 'good' }, { value: 'shaky1' }, { reason: { code: 'access' } }, { value: 'shaky2' }])
    expect(sent).toEqual([
      ['good', 'shaky1', 'denied', 'shaky2'],
      ['shaky1', 'shaky2'],
    ])
  })

  it('is given up in the end', async () => {
    const clock = new TestClock()
    let batches = 0
    const collect = createCollector(
      {
        call: () => Promise.reject(new Error('not asked here')),
        batch: async (commands) => {
          batches++
          return Object.fromEntries(Object.keys(commands).map((key) => [key, { ok: false, error: new PortalError('portal', 'down') }]))
        },
      },
      clock,
    )
    const outcomes = Promise.allSettled([collect('a', {}), collect('b', {})])
    await new Promise((resolve) => setTimeout(resolve))
    await clock.advance(120_000)
    expect(await outcomes).toMatchObject([{ reason: { code: 'portal' } }, { reason: { code: 'portal' } }])
    expect(batches).toBe(7)
  })
})

describe('a request that was sent before there was a client', () => {
  it('is not sent again, and tells its operating time to the client as well', async () => {
    let sent = 0
    const transport: Transport = async (_method, _params, _signal, onTime) => {
      sent++
      onTime?.({ duration: 1, operating: 400, finish: 0, operating_reset_at: 300 })
      return 'page'
    }
    const clock = new TestClock()
    const early = withEarly(transport, { method: 'history', params: { LIMIT: 50 } })
    const client = createRestClient('https://portal.example', early, { scheduler: new Scheduler(clock) })
    expect(await client.call('history', { LIMIT: 50 })).toBe('page')
    expect(sent).toBe(1)
    vi.stubGlobal('BroadcastChannel', undefined)
    await client.prepare()
    void client.call('history', { LIMIT: 20 }, { priority: 'background' })
    await clock.advance(299_000)
    expect(sent).toBe(1)
    await clock.advance(2_000)
    expect(sent).toBe(2)
  })
})

describe('a portal that leads to another address', () => {
  it('is not followed: no other host gets what authorises', async () => {
    let redirect: unknown
    vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
      redirect = init.redirect
      // As a browser answers `redirect: 'manual'` across origins.
      return { type: 'opaqueredirect', status: 0, arrayBuffer: async () => new ArrayBuffer(0) }
    })
    const { formTransport } = await import('./transport.ts')
    await expect(formTransport('https://portal.example/rest/1/SECRET/')('profile', {}, signal)).rejects.toMatchObject({
      code: 'contract',
      detail: 'REDIRECT',
    })
    expect(redirect).toBe('manual')
  })
})

describe('a stale token', () => {
  it('is renewed once for all calls that met it, each of which is repeated', async () => {
    const used: string[] = []
    vi.stubGlobal('fetch', async (_: string, init: { body: URLSearchParams }) => {
      const token = init.body.get('auth') as string
      used.push(token)
      const body = token === 'new' ? { result: 'ok' } : { error: 'expired_token' }
      return { status: token === 'new' ? 200 : 401, arrayBuffer: async () => new TextEncoder().encode(JSON.stringify(body)) }
    })
    let renewals = 0
    const frame = { origin: 'https://portal.example', refreshToken: async () => (renewals++, 'new') }
    const transport = frameTransport(frame as unknown as Parameters<typeof frameTransport>[0], 'old')
    expect(await Promise.all([transport('a', {}, signal), transport('b', {}, signal), transport('c', {}, signal)])).toEqual([
      'ok',
      'ok',
      'ok',
    ])
    expect(renewals).toBe(1)
    expect(used.filter((token) => token === 'old')).toHaveLength(3)
  })
})

describe('a token that the portal does not renew', () => {
  /** A frame whose session is over: each question about a new token raises an alert there. */
  const signedOut = (isReaderActing: () => boolean) => {
    vi.stubGlobal('fetch', async () => ({
      status: 401,
      arrayBuffer: async () => new TextEncoder().encode(JSON.stringify({ error: 'expired_token' })),
    }))
    let alerts = 0
    const refreshToken = async () => {
      alerts++
      throw new PortalError('auth', 'silence', { detail: 'REFRESH_TIMEOUT' })
    }
    const frame = { origin: 'https://portal.example', refreshToken } as unknown as Parameters<typeof frameTransport>[0]
    const transport = frameTransport(frame, 'old', isReaderActing)
    return { call: () => transport('a', {}, signal).catch((error: PortalError) => error.code), alerts: () => alerts }
  }
  it('is asked for once, whatever calls afterwards, and each call fails as the first did', async () => {
    const { call, alerts } = signedOut(() => false)
    expect(await Promise.all([call(), call()])).toEqual(['auth', 'auth'])
    for (let turn = 0; turn < 20; turn++) expect(await call()).toBe('auth')
    expect(alerts()).toBe(1)
  })
  it('is asked for again when the reader does something, who may have signed in', async () => {
    let isActing = false
    const { call, alerts } = signedOut(() => isActing)
    await call()
    isActing = true
    await call()
    expect(alerts()).toBe(2)
  })
})

describe('no error', () => {
  it('carries the secret of a webhook', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch https://portal.example/rest/1/SECRET/profile')))
    const { formTransport } = await import('./transport.ts')
    const error = await formTransport('https://portal.example/rest/1/SECRET/')('profile', {}, signal).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(PortalError)
    expect(JSON.stringify([(error as Error).message, (error as Error).stack, (error as Error).cause ?? null])).not.toContain('SECRET')
  })
})

describe('the frame', () => {
  it.each([
    ['acme.bitrix24.com|1|sid', '', { origin: 'https://acme.bitrix24.com', sid: 'sid' }],
    ['acme.example:443|1|sid', '', { origin: 'https://acme.example', sid: 'sid' }],
    ['127.0.0.1:4000|0|sid', '', { origin: 'http://127.0.0.1:4000', sid: 'sid' }],
    ['', '?DOMAIN=acme.example&PROTOCOL=1&APP_SID=x', { origin: 'https://acme.example', sid: 'x' }],
    ['', '', null],
    ['one|1', '', null],
    ['a|b|c|d', '', null],
  ])('named “%s” with “%s” is %j', (name, search, expected) => expect(parseFrameName(name, search)).toEqual(expected))

  it('speaks only with its portal, and each answer reaches its own question', async () => {
    let listener: (data: unknown, origin: string) => void = () => {}
    const sent: string[] = []
    const frame = createPortalFrame(
      { origin: 'https://portal.example', sid: 'sid' },
      { postToParent: (message) => void sent.push(String(message)), onMessage: (given) => ((listener = given), () => {}) },
    )
    const init = frame.init()
    const callback = /^getInitData:(.+):sid$/.exec(sent[0] ?? '')?.[1]
    listener(`${callback}:{"AUTH_ID":"stolen"}`, 'https://evil.example')
    listener({ not: 'text' }, 'https://portal.example')
    listener('unknown:{}', 'https://portal.example')
    listener(
      `${callback}:{"AUTH_ID":"t1","LANG":"ru","IS_ADMIN":true,"PLACEMENT":"IM_SIDEBAR","PLACEMENT_OPTIONS":{"dialogId":"chat1"}}`,
      'https://portal.example',
    )
    expect(await init).toEqual({
      lang: 'ru',
      accessToken: 't1',
      placement: 'IM_SIDEBAR',
      options: { dialogId: 'chat1' },
      isAdmin: true,
      isInstalling: false,
    })
    frame.openChat('chat1', 5)
    expect(sent.at(-1)).toMatch(/^imOpenMessenger:\{"dialogId":"chat1","messageId":"5"\}:[\w.-]+:sid$/)
  })

  it('hears that a path is refused; that one was closed again, or silence, is no refusal', async () => {
    vi.useFakeTimers()
    let listener: (data: unknown, origin: string) => void = () => {}
    const sent: string[] = []
    const frame = createPortalFrame(
      { origin: 'https://portal.example', sid: 'sid' },
      { postToParent: (message) => void sent.push(String(message)), onMessage: (given) => ((listener = given), () => {}) },
    )
    const refused: string[] = []
    const open = (path: string) => {
      frame.openPath(path, () => refused.push(path))
      return /:([^:]+):sid$/.exec(sent.at(-1) ?? '')?.[1] ?? ''
    }
    const [shown, unknown, device, late] = ['/crm/deal/details/1/', '/crm/type/1/', '/marketplace/x/', '/crm/lead/details/1/'].map(open)
    open('/workgroups/group/1/')
    expect(sent[0]).toMatch(/^openPath:\{"path":"\/crm\/deal\/details\/1\/"\}:[\w.-]+:sid$/)
    listener(`${shown}:{"result":"close"}`, 'https://portal.example')
    listener(`${unknown}:{"result":"error","errorCode":"PATH_NOT_AVAILABLE"}`, 'https://portal.example')
    listener(`${device}:{"result":"error","errorCode":"METHOD_NOT_SUPPORTED_ON_DEVICE"}`, 'https://portal.example')
    await vi.advanceTimersByTimeAsync(10_000)
    listener(`${late}:{"result":"close"}`, 'https://portal.example')
    await vi.advanceTimersByTimeAsync(0)
    expect(refused).toEqual(['/crm/type/1/', '/marketplace/x/'])
    vi.useRealTimers()
  })
})
