// What answers the requests for a built app.
import { Hono } from 'hono'
import { assetHeaders, fileHeaders, pageHeaders } from './headers.mjs'

/** What a portal sends along when it opens the app, and more; the app reads it from the portal's window instead. */
const MAX_BODY = 1_000_000

const PAGE = '/index.html'

/** Of a page, such as the app’s own and those of its help. */
const isPage = (path) => path.endsWith('.html')

/** The file that an address names; null for none, and for what is no address. */
function pathOf(url) {
  try {
    const path = decodeURIComponent(new URL(url).pathname)
    return path.includes('\0') || path.startsWith('//') ? null : path === '/' ? PAGE : path
  } catch {
    return null
  }
}

/** @param {string | undefined} accepted as the browser says @returns {['br' | 'gzip' | null, import('./build-files.mjs').Body]} */
function bestOf(file, accepted = '') {
  const takes = (encoding) => new RegExp(`(?:^|[\\s,])${encoding}(?!\\s*;\\s*q=0(?:\\.0*)?(?:[\\s,]|$))(?=[\\s,;]|$)`, 'i').test(accepted)
  for (const encoding of ['br', 'gzip']) if (file[encoding] && takes(encoding)) return [encoding, file[encoding]]
  return [null, file.plain]
}

const isKnown = (etag, known = '') => known === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag)

/**
 * A portal opens its placements by POST: there, POST is answered as GET.
 * @param {{ files: ReadonlyMap<string, import('./build-files.mjs').ServedFile>, settings: import('./settings.mjs').Settings, log?: (line: object) => void }} options
 */
export function createSite({ files, settings, log }) {
  const site = new Hono()
  const ofPage = pageHeaders(settings)
  const plainText = (context, status, text) => context.body(text, status, { ...fileHeaders, 'Content-Type': 'text/plain; charset=utf-8' })

  if (log)
    site.use(async (context, next) => {
      const began = performance.now()
      await next()
      const { method, path } = context.req
      if (path === '/healthz') return
      // No query: a portal's has the key of its session.
      log({ method, path, status: context.res.status, ms: Math.round((performance.now() - began) * 10) / 10 })
    })

  site.get('/healthz', (context) => plainText(context, 200, 'ok'))

  site.all('*', (context) => {
    const { method } = context.req
    const path = pathOf(context.req.url)
    if (path === null) return plainText(context, 400, 'Not an address')
    if (method === 'POST' && path === PAGE) {
      if (Number(context.req.header('content-length') ?? 0) > MAX_BODY) return plainText(context, 413, 'Too much')
    } else if (method !== 'GET' && method !== 'HEAD') {
      context.header('Allow', path === PAGE ? 'GET, HEAD, POST' : 'GET, HEAD')
      return plainText(context, 405, 'Only to be read')
    }
    const file = files.get(path)
    if (!file) return plainText(context, 404, 'Not found')
    const [encoding, { bytes, etag }] = bestOf(file, context.req.header('accept-encoding'))
    const headers = {
      ...(isPage(path) ? ofPage : path.startsWith('/assets/') ? assetHeaders : fileHeaders),
      ETag: etag,
      Vary: 'Accept-Encoding',
    }
    if (method !== 'POST' && isKnown(etag, context.req.header('if-none-match'))) return context.body(null, 304, headers)
    return context.body(method === 'HEAD' ? null : bytes, 200, {
      ...headers,
      'Content-Type': file.type,
      'Content-Length': String(bytes.length),
      ...(encoding ? { 'Content-Encoding': encoding } : {}),
    })
  })
  return site
}
