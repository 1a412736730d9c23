import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isPortalError } from '~/domain/portal/portal-error'
import { downloadFile } from './download.ts'

const LINK = 'https://portal.example/rest/download.json?token=SECRET'
const never = new AbortController().signal

const answer = (body: BodyInit, { status = 200, type = 'application/json' } = {}) =>
  vi.stubGlobal('fetch', async () => new Response(body, { status, headers: { 'Content-Type': type } }))

const errorOf = async (sizeBytes?: number) => {
  const error = await downloadFile(LINK, never, sizeBytes).catch((reason: unknown) => reason)
  if (!isPortalError(error)) throw new Error('a file, or an error of another kind')
  expect(`${error.message} ${error.stack}`).not.toContain('SECRET')
  return { code: error.code, detail: error.detail }
}

afterEach(() => void vi.unstubAllGlobals())

describe('an answer that is no file', () => {
  it.each([
    ['an error with status 200', '{"error":"ACCESS_DENIED","error_description":"no"}', 200, 'application/json', 'ACCESS_DENIED'],
    ['one under another type', '{"error":"FILE_NOT_FOUND","error_description":""}', 200, 'application/octet-stream', 'FILE_NOT_FOUND'],
    ['one without a description', '{"error":"INTERNAL_SERVER_ERROR"}', 200, 'text/html', 'INTERNAL_SERVER_ERROR'],
    ['a full bucket', '{"error":"QUERY_LIMIT_EXCEEDED","error_description":"x"}', 503, 'application/json', 'QUERY_LIMIT_EXCEEDED'],
    ['a full bucket, as a proxy says it', '<h1>503</h1>', 503, 'text/html', 'HTTP_503'],
    ['a spent link', '{"error":"FILE_NOT_FOUND","error_description":"File not found"}', 400, 'application/json', 'FILE_NOT_FOUND'],
    ['a page of a proxy', '<h1>502</h1>', 502, 'text/html', 'HTTP_502'],
  ])('is not saved: %s', async (_, body, status, type, detail) => {
    answer(body, { status, type })
    expect((await errorOf()).detail).toBe(detail)
  })

  it('concerns the link, when it is the link that is not accepted, and not the reader', async () => {
    for (const error of ['expired_token', 'NO_AUTH_FOUND']) {
      answer(JSON.stringify({ error, error_description: 'no' }), { status: 401 })
      expect(await errorOf()).toEqual({ code: 'rejected', detail: 'FILE' })
    }
  })

  it('is told apart from a file that looks like it', async () => {
    for (const body of [
      '{"error":"no such thing"}',
      '{"error":"x","other":1}',
      '{"error":{"code":1}}',
      '{"result":1}',
      '{"error":"x"',
      '[]',
      '',
      `{"error":"x","error_description":"${'y'.repeat(20_000)}"}`,
    ]) {
      answer(body)
      expect(await (await downloadFile(LINK, never)).text()).toBe(body)
    }
    const log = '{"error":"FILE_NOT_FOUND","error_description":"sent by a colleague"}'
    answer(log)
    expect(await (await downloadFile(LINK, never, log.length)).text()).toBe(log)
    expect((await errorOf(log.length + 1)).detail).toBe('FILE_NOT_FOUND')
  })
})

describe('the type of a file', () => {
  it.each([
    ['image/png', 'image/png'],
    ['audio/ogg; codecs=opus', 'audio/ogg'],
    ['image/svg+xml', 'application/octet-stream'],
    ['text/html; charset=utf-8', 'application/octet-stream'],
  ])('“%s” becomes “%s”', async (type, safe) => {
    answer('bytes', { type })
    expect((await downloadFile(LINK, never)).type).toBe(safe)
  })
})

describe('a download that stalls', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  /** A file that sends a byte whenever it is told to. */
  function slowFile() {
    let out!: ReadableStreamDefaultController<Uint8Array>
    const bytes = new ReadableStream<Uint8Array>({ start: (controller) => void (out = controller) })
    vi.stubGlobal('fetch', async (_: string, { signal }: { signal: AbortSignal }) => {
      signal.addEventListener('abort', () => out.error(signal.reason))
      return new Response(bytes, { headers: { 'Content-Type': 'image/png' } })
    })
    return { send: () => out.enqueue(new Uint8Array([1])), end: () => out.close() }
  }

  it('ends when no byte has come for twenty seconds, and not while some do', async () => {
    const file = slowFile()
    const error = downloadFile(LINK, never).catch((reason: unknown) => reason)
    for (let n = 0; n < 5; n++) {
      file.send()
      await vi.advanceTimersByTimeAsync(19_000)
    }
    await vi.advanceTimersByTimeAsync(1_001)
    expect(await error).toMatchObject({ code: 'network', detail: 'STALLED' })
  })

  it('may take as long as it likes while bytes come', async () => {
    const file = slowFile()
    const blob = downloadFile(LINK, never)
    for (let n = 0; n < 30; n++) {
      file.send()
      await vi.advanceTimersByTimeAsync(19_000)
    }
    file.end()
    expect((await blob).size).toBe(30)
  })

  it('ends at once when nobody wants it any more', async () => {
    slowFile()
    const leave = new AbortController()
    const error = downloadFile(LINK, leave.signal).catch((reason: unknown) => reason)
    await vi.advanceTimersByTimeAsync(1_000)
    leave.abort()
    expect(await error).toMatchObject({ name: 'AbortError' })
    expect(vi.getTimerCount()).toBe(0)
  })
})
