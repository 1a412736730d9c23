// For hosts of static files that can run a function in front of them, such as Cloudflare Workers (docs/hosting.md): it answers POST as GET, which
// they refuse, and sends the headers of `headers.mjs`. It is made of what all such hosts have, `Request` and `Response`.
import { assetHeaders, fileHeaders, pageHeaders } from './headers.mjs'
import { readSettings } from './settings.mjs'

const PAGE = '/index.html'

/**
 * @param {Request} request
 * @param {(asked: Request) => Promise<Response>} files what the host has, which answers to GET
 * @param {Readonly<Record<string, string | undefined>>} environment `PORTALS` and `FRAME_ANCESTORS`
 * @returns {Promise<Response>}
 */
export async function answer(request, files, environment) {
  const { method } = request
  const url = new URL(request.url)
  if (url.pathname === '/') url.pathname = PAGE
  const { pathname: path } = url
  if (method !== 'GET' && method !== 'HEAD' && !(method === 'POST' && path === PAGE))
    return new Response('Only to be read', { status: 405, headers: { ...fileHeaders, Allow: 'GET, HEAD' } })
  // The body is what a portal sends along: nothing of it is read.
  const found = await files(new Request(url, { method: method === 'HEAD' ? 'HEAD' : 'GET', headers: request.headers }))
  const response = new Response(found.body, found)
  const headers = path.endsWith('.html')
    ? pageHeaders(readSettings(environment))
    : found.ok && path.startsWith('/assets/')
      ? assetHeaders
      : fileHeaders
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

export default {
  /** @param {Request} request @param {{ ASSETS: { fetch(asked: Request): Promise<Response> } }} env */
  fetch: (request, env) => answer(request, (asked) => env.ASSETS.fetch(asked), env),
}
