import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, PORTAL, test } from './fixtures.ts'
import { PORT } from './ports.ts'

const portalHost = new URL(PORTAL).host
const app = (sid: string) => `http://localhost:${PORT}/?DOMAIN=${encodeURIComponent(portalHost)}&PROTOCOL=0&LANG=en&APP_SID=${sid}`

test('a parent of another origin that names the portal gets no question, and nothing it says is believed', async ({ page, portal }) => {
  const stranger = createServer((_request, response) =>
    response.setHeader('Content-Type', 'text/html')
      .end(`<!doctype html><iframe id="app" name="${portalHost}|0|sid-1" src="${app('sid-1')}" style="width:900px;height:600px"></iframe>
<script>
window.heard = []
addEventListener('message', (event) => {
  heard.push(String(event.data))
  const parts = String(event.data).split(':')
  event.source.postMessage(parts.at(-2) + ':' + JSON.stringify({ AUTH_ID: 'access-${portal.secret}-1', PLACEMENT: 'IM_SIDEBAR', PLACEMENT_OPTIONS: { dialogId: 'chat20' } }), '*')
})
// It knows no callback; it tries all the same.
setInterval(() => document.getElementById('app').contentWindow.postMessage('x:{"AUTH_ID":"stolen"}', '*'), 100)
</script>`),
  ).listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`)
  await expect(page.frameLocator('iframe#app').getByRole('button', { name: 'Retry' })).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([])
  expect((await portal.log()).log).toEqual([])
  stranger.close()
})

test('another window of the portal’s own origin can not answer in the place of the parent, nor can an answer be given twice', async ({
  page,
  portal,
}) => {
  // The parent keeps silent about the start; a frame beside the app, of the portal's own origin, knows what was asked and answers.
  await page.route(`${PORTAL}/forger`, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>forger</p>' }))
  await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat20&silent=getInitData&session=${portal.secret}`)
  await page.evaluate(() => {
    const forger = document.createElement('iframe')
    forger.src = '/forger'
    forger.id = 'forger'
    document.body.append(forger)
    return new Promise((resolve) => (forger.onload = resolve))
  })
  await page.evaluate((secret) => {
    const target = document.querySelector<HTMLIFrameElement>('iframe#app')?.contentWindow
    const forger = document.querySelector<HTMLIFrameElement>('iframe#forger')?.contentWindow as (Window & typeof globalThis) | null
    addEventListener('message', (event) => {
      const callback = String(event.data).split(':').at(-2)
      const answer = JSON.stringify({ AUTH_ID: `access-${secret}-1`, PLACEMENT: 'IM_SIDEBAR', PLACEMENT_OPTIONS: { dialogId: 'chat20' } })
      if (callback) forger?.eval(`parent.frames[0].postMessage(${JSON.stringify(`${callback}:${answer}`)}, '*')`)
    })
    return target !== null
  }, portal.secret)
  const frame = page.frameLocator('iframe#app')
  // The question is asked again: this one the forger hears, and answers.
  await frame.getByRole('button', { name: 'Retry' }).click()
  await expect(frame.getByRole('button', { name: 'Retry' })).toBeVisible()
  expect((await portal.log()).log.filter(({ method }) => method.startsWith('im.'))).toEqual([])
})

test('what is said again is not heard: an answer counts once, and what was not asked for never does', async ({ page, portal }) => {
  await page.addInitScript(() => {
    const asked: string[] = []
    if (window.parent === window) addEventListener('message', ({ data }) => asked.push(String(data)))
    Object.assign(window, { asked })
  })
  await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat20&token=expired&session=${portal.secret}`)
  const frame = page.frameLocator('iframe#app')
  await expect(frame.getByTestId('message-list')).toBeVisible()
  const heard = (await portal.log()).log.length
  const replayed = await page.evaluate(() => {
    const target = document.querySelector<HTMLIFrameElement>('iframe#app')?.contentWindow
    const { asked } = window as unknown as { asked: string[] }
    const callbacks = asked.map((question) => question.split(':').at(-2) ?? '')
    for (const data of [
      ...callbacks.map((callback) => `${callback}:{"AUTH_ID":"stolen"}`),
      'x:{"AUTH_ID":"stolen"}',
      { AUTH_ID: 'stolen' },
      ':',
      '',
    ])
      target?.postMessage(data, '*')
    return callbacks.length
  })
  // The handshake, and the token in place of the one that had expired.
  expect(replayed).toBeGreaterThanOrEqual(2)
  await frame.getByTestId('message-list').press('Control+Home')
  await expect(frame.locator('[data-edge="oldest"]')).toBeVisible()
  const later = (await portal.log()).log.slice(heard)
  expect(later.length).toBeGreaterThan(0)
  expect(later.filter(({ error }) => error !== null)).toEqual([])
})

test('a token that expires in the middle of scrolling is renewed, and nothing of the history is missing', async ({ page, portal }) => {
  await page.goto(`${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat20&session=${portal.secret}`)
  const frame = page.frameLocator('iframe#app')
  const list = frame.getByTestId('message-list')
  await expect(list).toBeVisible()
  await portal.expireTokens()
  const top = () => list.evaluate((element) => Number(element.querySelector<HTMLElement>('[data-message-id]')?.dataset['messageId']))
  const first = await top()
  await expect
    .poll(async () => {
      await list.evaluate((element) => element.scrollBy(0, -1_500))
      return first - (await top())
    })
    .toBeGreaterThan(300)
  const asked = await page.evaluate(() =>
    (window as unknown as { placementLog: { method: string }[] }).placementLog.map(({ method }) => method),
  )
  expect(asked.filter((method) => method === 'refreshAuth')).toHaveLength(1)
  await expect(frame.getByRole('button', { name: /^Retry/ })).toHaveCount(0)
})
