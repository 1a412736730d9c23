// Serves the built app as a plain web host would, except that POST is answered as GET: a portal opens
// its placements by POST (docs/embedding.md).
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Readable } from 'node:stream'
import { createGzip } from 'node:zlib'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.map': 'application/json',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
}
const compressible = new Set(['.html', '.js', '.css', '.svg', '.json', '.map'])

/** The page with the address of a demo portal in it, if there is one. */
export const withDemo = (html, demoWebhook) =>
  html.replace('name="demo-webhook" content=""', `name="demo-webhook" content="${demoWebhook ?? ''}"`)

/** `frame-ancestors` stays open here: which portals may embed the app is the host's decision. */
const policy = (connect) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self' ${connect}`,
    `img-src 'self' data: blob: ${connect}`,
    `media-src 'self' blob: ${connect}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')

/**
 * Starts the server on both loopback addresses. Rejects with `EADDRINUSE` when the port is taken.
 * @param {{ directory: string, port: number, demoWebhook?: string }} options
 * @returns {Promise<{ close(): Promise<void> }>}
 */
export async function startAppServer({ directory, port, demoWebhook }) {
  const root = normalize(directory)
  const csp = policy(`https: http://localhost:* http://127.0.0.1:*`)

  const handle = (request, response) => {
    if (!['GET', 'HEAD', 'POST'].includes(request.method)) return response.writeHead(405).end()
    request.resume()
    const url = new URL(request.url, 'http://app')
    const path = normalize(join(root, decodeURIComponent(url.pathname)))
    if (path !== root && !path.startsWith(root.endsWith(sep) ? root : root + sep)) return response.writeHead(404).end()
    const file = path === root || path.endsWith(sep) ? join(path, 'index.html') : path
    let size
    try {
      const stat = statSync(file)
      if (!stat.isFile()) throw new Error('not a file')
      size = stat.size
    } catch {
      return response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
    }
    const extension = extname(file)
    const headers = {
      'Content-Type': types[extension] ?? 'application/octet-stream',
      'Cache-Control': url.pathname.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      ...(extension === '.html' ? { 'Content-Security-Policy': csp } : {}),
    }
    // Told here rather than at build time, so that one build serves any port.
    const page = extension === '.html' ? withDemo(readFileSync(file, 'utf8'), demoWebhook) : null
    if (page !== null) size = Buffer.byteLength(page)
    const gzip = compressible.has(extension) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    response.writeHead(200, {
      ...headers,
      ...(gzip ? { 'Content-Encoding': 'gzip', Vary: 'Accept-Encoding' } : { 'Content-Length': size }),
    })
    if (request.method === 'HEAD') return response.end()
    const stream = page === null ? createReadStream(file) : Readable.from([page])
    if (gzip) stream.pipe(createGzip({ level: 9 })).pipe(response)
    else stream.pipe(response)
  }

  const servers = (await Promise.all(['127.0.0.1', '::1'].map((host) => listen(handle, port, host)))).filter((server) => server !== null)
  return {
    close: async () =>
      void (await Promise.all(
        servers.map(
          (server) =>
            new Promise((done) => {
              server.closeAllConnections()
              server.close(done)
            }),
        ),
      )),
  }
}

function listen(handle, port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer(handle)
    server.on('error', (error) => {
      if (host === '::1' && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')) resolve(null)
      else reject(error)
    })
    server.listen(port, host, () => resolve(server))
  })
}

export const distDirectory = fileURLToPath(new URL('../dist/', import.meta.url))
