import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../demo/testing/free-port.ts'
import { startAppServer } from './app-server.mjs'
import { contentPolicy } from './content-policy.mjs'

const PORT = await freePort()
const PAGE = '<!doctype html><meta name="demo-webhook" content="" /><p>The app</p>'
const SCRIPT = `console.log(${JSON.stringify('a line of code. '.repeat(200))})`
const WEBHOOK = 'http://localhost:1/rest/1/secret/'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** Asks as a browser would not: with the path just as it is given. */
const ask = (path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: PORT, path, method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })

describe('the server of the built app', () => {
  const directory = mkdtempSync(join(tmpdir(), 'app-server-'))
  let server: { close(): Promise<void> } | null = null
  beforeAll(async () => {
    mkdirSync(join(directory, 'assets'))
    writeFileSync(join(directory, 'index.html'), PAGE)
    writeFileSync(join(directory, 'other.html'), PAGE)
    writeFileSync(join(directory, 'assets', 'app-x.js'), SCRIPT)
    writeFileSync(join(directory, '..', 'app-server-secret.txt'), 'secret')
    server = await startAppServer({ directory, port: PORT, demoWebhook: WEBHOOK })
  })
  afterAll(async () => {
    await server?.close()
    rmSync(directory, { recursive: true })
    rmSync(join(directory, '..', 'app-server-secret.txt'))
  })

  it('survives addresses that are none, and gives nothing away for them', async () => {
    for (const path of [
      '/%',
      '/%E0%A4%A',
      '/assets/%',
      '//',
      '/%00',
      '/assets/%2e%2e/%2e%2e/app-server-secret.txt',
      '/../app-server-secret.txt',
      '/?%',
    ])
      expect((await ask(path)).body.toString(), path).not.toContain('secret.txt')
    for (const path of ['/%', '/%E0%A4%A', '/assets/%', '//', '//evil.example/?dialog=chat5', '/%00'])
      expect((await ask(path)).status, path).toBe(400)
    expect((await ask('/assets/%2e%2e/%2e%2e/app-server-secret.txt')).status).toBe(404)
    expect((await ask('/assets/none.js')).status).toBe(404)
    expect((await ask('/')).status).toBe(200)
  })

  it('answers POST as GET where a portal opens the app, and takes nothing else', async () => {
    const { body } = await ask('/')
    expect(body.toString()).toContain('The app')
    for (const path of ['/', '/index.html', '/?DOMAIN=acme.example', '/index.html?lang=ru']) {
      const posted = await ask(path, { method: 'POST' })
      expect(posted.status, path).toBe(200)
      expect(posted.body.equals(body), path).toBe(true)
    }
    expect((await ask('/', { method: 'DELETE' })).status).toBe(405)
    expect((await ask('/', { method: 'HEAD' })).body).toHaveLength(0)
  })

  it('tells the page of the demo portal, and the browser what a page may do', async () => {
    const { body, headers } = await ask('/?demo')
    expect(body.toString()).toContain(`name="demo-webhook" content="${WEBHOOK}"`)
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-security-policy']).toBe(contentPolicy)
    expect((await ask('/other.html')).headers['content-security-policy']).toBe(contentPolicy)
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect((await ask('/')).headers['x-content-type-options']).toBe('nosniff')
  })

  it('sends files that are kept for ever, compressed as the browser can take it', async () => {
    const plain = await ask('/assets/app-x.js')
    expect(plain.body.toString()).toBe(SCRIPT)
    expect(plain.headers['cache-control']).toContain('immutable')
    expect(plain.headers['content-type']).toContain('text/javascript')
    expect(plain.headers['x-content-type-options']).toBe('nosniff')
    const gzipped = await ask('/assets/app-x.js', { headers: { 'Accept-Encoding': 'gzip' } })
    expect(gzipped.headers['content-encoding']).toBe('gzip')
    expect(gzipped.headers.vary).toBe('Accept-Encoding')
    expect(gunzipSync(gzipped.body).toString()).toBe(SCRIPT)
    const smallest = await ask('/assets/app-x.js', { headers: { 'Accept-Encoding': 'gzip, deflate, br' } })
    expect(smallest.headers['content-encoding']).toBe('br')
    expect(smallest.headers['content-type']).toContain('text/javascript')
    expect(brotliDecompressSync(smallest.body).toString()).toBe(SCRIPT)
  })
})
