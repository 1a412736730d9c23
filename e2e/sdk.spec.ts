import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { expect, PORTAL, test } from './fixtures.ts'

/** The SDK, unmodified, as one script. */
async function bundleSdk(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('sdk-page.ts', import.meta.url)), formats: ['es'], fileName: 'sdk' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  const [bundle] = Array.isArray(output) ? output : [output]
  if (!bundle || !('output' in bundle)) throw new Error('the SDK was not bundled')
  return bundle.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
}

test('the official SDK gets through the handshake, a token refresh, a call and a batch', async ({ page, portal }) => {
  const code = await bundleSdk()
  // Served for real: a page without an address of its own may not reach this machine.
  const server = createServer((request, response) => {
    const script = request.url?.endsWith('.js') ?? false
    response.writeHead(200, { 'Content-Type': script ? 'text/javascript' : 'text/html' })
    response.end(script ? code : '<!doctype html><script type="module" src="/sdk/sdk.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = `http://localhost:${(server.address() as AddressInfo).port}/sdk/index.html`
  await page.goto(
    `${PORTAL}/placement/?PLACEMENT=IM_SIDEBAR&dialogId=chat20&token=expired&session=${portal.secret}&app=${encodeURIComponent(address)}`,
  )
  // The frame is opened by a form, after the page of the portal has loaded.
  const frame = () => page.frames().find((candidate) => candidate.url().includes('/sdk/'))
  await expect.poll(() => frame()?.evaluate(() => (window as unknown as { sdkResult?: unknown }).sdkResult) ?? null).toBeTruthy()
  const outcome = (await frame()?.evaluate(() => (window as unknown as { sdkResult: unknown }).sdkResult)) as {
    ok: boolean
    error?: string
    result: Record<string, unknown>
  }
  expect(outcome.error).toBeUndefined()
  expect(outcome.result).toMatchObject({
    placement: 'IM_SIDEBAR',
    options: { dialogId: 'chat20' },
    profile: { result: { ID: '503' } },
    batch: { two: { id: 20 } },
    messages: { result: { chat_id: 20 } },
  })
  const commands = await page.evaluate(() =>
    (window as unknown as { placementLog: { method: string }[] }).placementLog.map(({ method }) => method),
  )
  expect(commands).toContain('refreshAuth')
  server.close()
})
