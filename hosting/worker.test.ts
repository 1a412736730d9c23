import { expect, it, vi } from 'vitest'
import { assetHeaders, pageHeaders } from './headers.mjs'
import { readSettings } from './settings.mjs'
import worker from './worker.mjs'

/** As hosts of static files are. */
const files = vi.fn(async (asked: Request) => {
  if (asked.method === 'POST') return new Response('Method not allowed', { status: 405 })
  const { pathname } = new URL(asked.url)
  const known: Readonly<Record<string, string>> = {
    '/index.html': '<p>The app</p>',
    '/help/en.html': '<p>Help</p>',
    '/assets/app-x.js': 'let a',
  }
  const text = known[pathname]
  return text === undefined
    ? new Response('Nothing', { status: 404 })
    : new Response(asked.method === 'HEAD' ? null : text, { headers: { ETag: '"x"', 'Cache-Control': 'public, max-age=14400' } })
})

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  worker.fetch(new Request(`https://app.example${path}`, init), {
    ASSETS: { fetch: files },
    FRAME_ANCESTORS: 'https://portal.example.com',
  } as Parameters<typeof worker.fetch>[1])

it('a portal’s POST gets the page, with the headers of every other host', async () => {
  for (const path of ['/', '/index.html', '/?install', '/index.html?DOMAIN=portal.example.com']) {
    const answer = await ask(path, { method: 'POST', body: 'AUTH_ID=secret' })
    expect([answer.status, await answer.text()], path).toEqual([200, '<p>The app</p>'])
    for (const [name, value] of Object.entries(pageHeaders(readSettings({ FRAME_ANCESTORS: 'https://portal.example.com' }))))
      expect(answer.headers.get(name), name).toBe(value)
  }
  for (const [asked] of files.mock.calls) expect([asked.method, asked.body]).toEqual(['GET', null])
})

it('files are kept as long as their names allow, and nothing else is answered to POST', async () => {
  expect((await ask('/assets/app-x.js')).headers.get('Cache-Control')).toBe(assetHeaders['Cache-Control'])
  expect((await ask('/assets/gone.js')).headers.get('Cache-Control')).toBe('no-cache')
  expect((await ask('/assets/app-x.js', { method: 'POST' })).status).toBe(405)
  expect((await ask('/', { method: 'DELETE' })).status).toBe(405)
  const head = await ask('/', { method: 'HEAD' })
  expect([head.status, await head.text(), head.headers.get('ETag')]).toEqual([200, '', '"x"'])
  expect((await ask('/help/en.html')).headers.get('Content-Security-Policy')).toContain("script-src 'self'")
})
