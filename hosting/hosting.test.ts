import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../demo/testing/free-port.ts'
import { readBuild } from './build-files.mjs'
import { compressFiles } from './compress.mjs'
import { contentPolicy } from './headers.mjs'
import { listen } from './server.mjs'
import { BadSetting, readSettings } from './settings.mjs'
import { createSite } from './site.mjs'

const PORT = await freePort()
const PAGE = '<!doctype html><meta name="demo-webhook" content="" /><p>The app</p>'
const HELP = '<!doctype html><p>The help</p>'
const SCRIPT = `console.log(${JSON.stringify('a line of code. '.repeat(200))})`

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

interface Question {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly agent?: Agent
}

/** Asks as a browser would not: with the path just as it is given. */
const ask = (path: string, { method = 'GET', headers = {}, body, agent }: Question = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: PORT, path, method, headers, ...(agent ? { agent } : {}) }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end(body)
  })

const directory = mkdtempSync(join(tmpdir(), 'hosting-'))
const outside = join(directory, '..', 'hosting-secret.txt')
mkdirSync(join(directory, 'assets'))
mkdirSync(join(directory, 'help'))
writeFileSync(join(directory, 'help', 'en.html'), HELP)
writeFileSync(join(directory, 'index.html'), PAGE)
writeFileSync(join(directory, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"></svg>')
writeFileSync(join(directory, 'assets', 'app-x.js'), SCRIPT)
writeFileSync(outside, 'secret')
afterAll(() => {
  rmSync(directory, { recursive: true })
  rmSync(outside)
})

describe('the server of a built app', () => {
  let server: Awaited<ReturnType<typeof listen>>
  const lines: Readonly<Record<string, unknown>>[] = []
  beforeAll(async () => {
    await compressFiles(directory)
    const settings = readSettings({ PORT: String(PORT), FRAME_ANCESTORS: 'https://box.example.com  https://*.example.org:8443' })
    const site = createSite({ files: await readBuild(directory), settings, log: (line) => lines.push(line) })
    server = await listen(site, { port: PORT, host: '127.0.0.1' })
  })
  afterAll(() => server.close())

  it('survives addresses that are none, and gives nothing away for them', async () => {
    const traversals = ['/assets/%2e%2e/%2e%2e/hosting-secret.txt', '/../hosting-secret.txt', '/assets/..%2f..%2fhosting-secret.txt']
    for (const path of ['/%', '/%E0%A4%A', '/assets/%', '//', '//evil.example/?dialog=chat5', '/%00', '/?%', '*', ...traversals])
      expect((await ask(path)).body.toString(), path).not.toContain('secret')
    for (const path of ['/%', '/%E0%A4%A', '/assets/%', '//', '//evil.example/?dialog=chat5', '/%00'])
      expect((await ask(path)).status, path).toBe(400)
    for (const path of [...traversals, '/assets/none.js', '/assets/', '/assets', '/__proto__'])
      expect((await ask(path)).status, path).toBe(404)
    expect((await ask('/')).status).toBe(200)
  })

  it('survives what is no request at all', async () => {
    for (const bytes of [
      '\0\0\0\0',
      'GET / HTTP/9.9\r\n\r\n',
      'GET http://[::1 HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET / HTTP/1.1\r\nHost: a b\r\n\r\n',
    ]) {
      const socket = connect(PORT, '127.0.0.1')
      socket.end(bytes)
      socket.on('error', () => {})
      socket.resume()
      await once(socket, 'close')
    }
    expect((await ask('/')).status).toBe(200)
  })

  it('answers POST as GET where a portal opens the app, and takes nothing else', async () => {
    const { body } = await ask('/')
    expect(body.toString()).toContain('The app')
    for (const path of ['/', '/index.html', '/?DOMAIN=acme.example', '/index.html?lang=ru', '/?install']) {
      const posted = await ask(path, { method: 'POST', body: 'AUTH_ID=secret&PLACEMENT=DEFAULT' })
      expect(posted.status, path).toBe(200)
      expect(posted.body.equals(body), path).toBe(true)
    }
    expect((await ask('/assets/app-x.js', { method: 'POST' })).status).toBe(405)
    const deleted = await ask('/', { method: 'DELETE' })
    expect([deleted.status, deleted.headers.allow]).toEqual([405, 'GET, HEAD, POST'])
    expect((await ask('/', { method: 'POST', headers: { 'Content-Length': '2000000' }, body: 'x'.repeat(2_000_000) })).status).toBe(413)
    const head = await ask('/', { method: 'HEAD' })
    expect(head.body).toHaveLength(0)
    expect(Number(head.headers['content-length'])).toBe(body.length)
  })

  it('tells browsers what the page may do, and who may show it in a frame', async () => {
    const { headers } = await ask('/')
    const policy = headers['content-security-policy'] ?? ''
    expect(policy.startsWith(contentPolicy())).toBe(true)
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    const ancestors = /frame-ancestors ([^;]*)/.exec(policy)?.[1]?.split(' ') ?? []
    for (const one of [
      "'self'",
      'https://*.bitrix24.com',
      'https://*.bitrix24.ru',
      'https://box.example.com',
      'https://*.example.org:8443',
    ])
      expect(ancestors).toContain(one)
    expect(headers['x-frame-options']).toBeUndefined()
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    // The help is a page like any other, that nobody opens by POST.
    const help = await ask('/help/en.html')
    expect(help.body.toString()).toBe(HELP)
    for (const name of ['content-security-policy', 'cache-control', 'content-type', 'permissions-policy', 'cross-origin-opener-policy'])
      expect(help.headers[name], name).toBe(headers[name])
    expect((await ask('/help/en.html', { method: 'POST' })).status).toBe(405)
    for (const path of ['/', '/assets/app-x.js', '/favicon.svg', '/none', '/%', '/healthz']) {
      const answer = await ask(path)
      expect(answer.headers['x-content-type-options'], path).toBe('nosniff')
      expect(answer.headers['referrer-policy'], path).toBe('no-referrer')
    }
  })

  it('sends files that are kept for ever, compressed as the browser can take it', async () => {
    const plain = await ask('/assets/app-x.js')
    expect(plain.body.toString()).toBe(SCRIPT)
    expect(plain.headers['cache-control']).toContain('immutable')
    expect(plain.headers['content-type']).toContain('text/javascript')
    const of = (accepted: string) => ask('/assets/app-x.js', { headers: { 'Accept-Encoding': accepted } })
    const gzipped = await of('gzip')
    expect(gzipped.headers['content-encoding']).toBe('gzip')
    expect(gzipped.headers.vary).toBe('Accept-Encoding')
    expect(gunzipSync(gzipped.body).toString()).toBe(SCRIPT)
    const smallest = await of('gzip, deflate, br')
    expect(smallest.headers['content-encoding']).toBe('br')
    expect(smallest.headers['content-type']).toContain('text/javascript')
    expect(brotliDecompressSync(smallest.body).toString()).toBe(SCRIPT)
    expect((await of('br;q=0, gzip;q=0.5')).headers['content-encoding']).toBe('gzip')
    expect((await of('identity')).headers['content-encoding']).toBeUndefined()
  })

  it('sends nothing twice to whoever has it', async () => {
    for (const path of ['/', '/assets/app-x.js', '/favicon.svg']) {
      const { headers } = await ask(path, { headers: { 'Accept-Encoding': 'br' } })
      const again = await ask(path, { headers: { 'Accept-Encoding': 'br', 'If-None-Match': `"other", ${headers.etag}` } })
      expect([again.status, again.body.length, again.headers.etag], path).toEqual([304, 0, headers.etag])
      expect((await ask(path, { headers: { 'If-None-Match': headers.etag ?? '' } })).status, 'another encoding').toBe(200)
    }
  })

  it('says that it is well', async () => {
    const { status, body } = await ask('/healthz')
    expect([status, body.toString()]).toEqual([200, 'ok'])
  })

  it('writes down what was asked for, and no query: a portal’s has the key of a session', async () => {
    lines.length = 0
    await ask('/?DOMAIN=acme.example&APP_SID=sssecret', { method: 'POST', body: 'AUTH_ID=sssecret' })
    await ask('/none?token=sssecret')
    await ask('/healthz')
    expect(lines).toMatchObject([
      { method: 'POST', path: '/', status: 200 },
      { method: 'GET', path: '/none', status: 404 },
    ])
    expect(JSON.stringify(lines)).not.toContain('sssecret')
  })

  it('keeps a connection, and answers a thousand at once', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1_000 })
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => ask('/assets/app-x.js', { agent })))
    expect(answers.every(({ status, body }) => status === 200 && body.toString() === SCRIPT)).toBe(true)
    expect((await ask('/', { agent })).headers.connection).toBe('keep-alive')
    agent.destroy()
  })

  it('a client that takes its time holds up nobody else', async () => {
    const slow = connect(PORT, '127.0.0.1')
    await once(slow, 'connect')
    slow.write('GET / HTTP/1.1\r\nHost: x\r\n')
    expect((await ask('/')).status).toBe(200)
    slow.destroy()
  })
})

describe('a server for one portal alone', () => {
  it('lets the page talk to that portal alone, and be shown by it alone', async () => {
    const settings = readSettings({ PORTALS: 'https://portal.example.com https://cdn.example.com' })
    const site = createSite({ files: await readBuild(directory), settings })
    const policy = (await site.request('http://x/')).headers.get('Content-Security-Policy') ?? ''
    expect(policy).toContain("connect-src 'self' https://portal.example.com https://cdn.example.com;")
    expect(policy).toContain("img-src 'self' data: blob: https://portal.example.com https://cdn.example.com;")
    expect(policy).toContain("frame-ancestors 'self' https://portal.example.com https://cdn.example.com")
    expect(policy).not.toContain('bitrix24')
  })
})

describe('settings', () => {
  it('are the usual ones where nothing is said', () => {
    expect(readSettings({})).toEqual({ port: 4173, host: '::', portals: [], frameAncestors: [], logs: true })
    expect(readSettings({ PORT: '', LOG: 'off', HOST: '127.0.0.1' })).toMatchObject({ port: 4173, host: '127.0.0.1', logs: false })
  })

  it('that cannot be meant are refused: they would end up in a header', () => {
    for (const PORT of ['0', '70000', 'http', '-1', '1.5']) expect(() => readSettings({ PORT }), PORT).toThrow(BadSetting)
    for (const word of [
      'example.com',
      "'unsafe-inline'",
      'https://a;script-src',
      'https://a,b',
      '*',
      'https:',
      'javascript:x',
      'https://a/b',
    ])
      for (const name of ['PORTALS', 'FRAME_ANCESTORS']) expect(() => readSettings({ [name]: word }), word).toThrow(BadSetting)
    expect(() => readSettings({ FRAME_ANCESTORS: 'https://ok.example http://[::1]:8080 http://box:*' })).not.toThrow()
  })
})

describe('the end of it', () => {
  it('comes when it is asked to, with what is being sent sent to its end', async () => {
    const port = await freePort()
    const big = Buffer.alloc(30_000_000, 'x')
    const file = { bytes: big, etag: '"big"' }
    const site = createSite({
      files: new Map([['/big', { type: 'text/plain', plain: file, br: null, gzip: null }]]),
      settings: readSettings({}),
    })
    const server = await listen(site, { port, host: '127.0.0.1' })
    const response = fetch(`http://127.0.0.1:${port}/big`)
    const { body } = await response
    const closed = server.close()
    const received = await new Response(body).arrayBuffer()
    expect(received.byteLength).toBe(big.length)
    await closed
    await expect(fetch(`http://127.0.0.1:${port}/big`)).rejects.toThrow()
  })

  it('of the process comes, also with a client that never ends its request', async () => {
    const port = await freePort()
    const running = spawn(process.execPath, [new URL('serve.mjs', import.meta.url).pathname, directory], {
      env: { ...process.env, PORT: String(port) },
      stdio: 'pipe',
    })
    await once(running.stdout, 'data')
    const idle = connect(port, '127.0.0.1')
    await once(idle, 'connect')
    idle.write('GET / HTTP/1.1\r\nHost: x\r\n')
    idle.on('error', () => {})
    running.kill('SIGTERM')
    const [code] = (await once(running, 'exit')) as [number]
    expect(code).toBe(0)
    idle.destroy()
  })
})
