import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'
import { fileURLToPath } from 'node:url'
import { openCrowd, takeAnswer } from '../demo/testing/crowd.ts'
import { archivedFiles, faultsOf } from '../hosting/archive.mjs'
import { expect, PORTAL, test } from './fixtures.ts'
import { nginx, nginxMissing, serve, type Host } from './hosts.ts'
import { seed } from './seeds.ts'

interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
}

/** Asks with the path just as it is given. */
const ask = ({ origin }: Host, path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    httpRequest({ hostname, port, path, method, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers }))
    })
      .on('error', reject)
      .end(method === 'POST' ? 'AUTH_ID=1' : undefined)
  })

for (const [name, start, missing] of [
  ['npm run serve', serve, null],
  ['nginx with the site file', nginx, nginxMissing],
] as const) {
  test(`${name}: a portal opens the app in a frame, with every header, and nothing besides the app is given away`, async ({
    page,
    portal,
  }) => {
    test.skip(missing !== null, missing ?? '')
    const host = await start()
    try {
      const violations: string[] = []
      page.on('console', (message) => /Content.Security.Policy|Refused to/i.test(message.text()) && violations.push(message.text()))
      const app = `${host.origin}/index.html`
      await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat20&session=${portal.secret}&app=${encodeURIComponent(app)}`)
      const message = page.frameLocator('iframe#app').locator(`[data-message-id="${seed('chat20').idAt(19_999)}"]`)
      await expect(message).toBeVisible()
      expect(violations).toEqual([])

      const { status, headers } = await ask(host, '/?install', 'POST')
      expect(status).toBe(200)
      expect(headers['cache-control']).toBe('no-cache')
      expect(headers['content-security-policy']).toContain("script-src 'self'")
      expect(headers['content-security-policy']).toMatch(new RegExp(`frame-ancestors [^;]*${PORTAL}`))
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-opener-policy']).toBe('same-origin')
      expect(headers['permissions-policy']).toContain('camera=()')
      expect(headers['x-frame-options']).toBeUndefined()

      const html = await (await fetch(`${host.origin}/`)).text()
      const script = `/${/assets\/index-[\w-]+\.js/.exec(html)?.[0] ?? 'none'}`
      const sent = await ask(host, script, 'GET', { 'Accept-Encoding': 'gzip' })
      expect(sent.status).toBe(200)
      expect(sent.headers['content-encoding']).toBe('gzip')
      expect(sent.headers['cache-control']).toContain('immutable')
      const again = await ask(host, script, 'GET', { 'Accept-Encoding': 'gzip', 'If-None-Match': sent.headers.etag ?? '' })
      expect(again.status).toBe(304)

      // The help that errors lead to is there as well, as a page that runs nothing.
      const help = await ask(host, '/help/ru.html')
      expect([help.status, help.headers['content-security-policy']]).toEqual([200, headers['content-security-policy']])
      await page.goto(`${host.origin}/help/ru.html#right-im`)
      await expect(page.getByRole('heading', { name: 'Нет права читать чаты' })).toBeInViewport()
      await page.getByRole('link', { name: 'In English' }).click()
      await expect(page.getByRole('heading', { name: 'When something does not work' })).toBeVisible()
      expect(violations).toEqual([])

      for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json', '/%', '//', '/package.json'])
        expect((await ask(host, path)).status, path).toBeGreaterThanOrEqual(path === '//' ? 200 : 400)
      expect((await ask(host, script, 'POST')).status).toBe(405)
      expect((await ask(host, '/', 'DELETE')).status).toBeGreaterThanOrEqual(400)

      const crowd = await openCrowd(Number(new URL(host.origin).port), 1_000)
      const answers = crowd.map((socket) => {
        socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n')
        return takeAnswer(socket)
      })
      expect(new Set(await Promise.all(answers)), 'a thousand at once').toEqual(new Set([200]))
      for (const socket of crowd) socket.destroy()
    } finally {
      await host.stop()
    }
  })
}

test('npm run package: the archive of this build is whole in any folder, and has the help that errors lead to', async () => {
  const files = await archivedFiles(fileURLToPath(new URL('../dist/', import.meta.url)))
  expect(faultsOf(files)).toEqual([])
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['index.html', 'help/en.html', 'help/ru.html']))
})
