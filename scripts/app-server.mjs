// Serves the built app as a plain web host would, except that POST is answered as GET: a portal opens
// its placements by POST (docs/embedding.md).
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import sirv from 'sirv'
import { compressFiles } from './compress.mjs'
import { contentPolicy } from './content-policy.mjs'

/** The page with the address of a demo portal in it, if there is one. */
export const withDemo = (html, demoWebhook) =>
  html.replace('name="demo-webhook" content=""', `name="demo-webhook" content="${demoWebhook ?? ''}"`)

/** What the app never asks for; the clipboard, full screen and playing of sound are not among it. */
const permissions = ['camera', 'microphone', 'geolocation', 'display-capture', 'payment', 'usb', 'serial', 'hid', 'midi']
  .map((name) => `${name}=()`)
  .join(', ')

/** @param {string} path as requested: `/` and files without an extension are pages */
function setHeaders(response, path) {
  response.setHeader('Cache-Control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  if (!/\/[^./]*$|\.html$/.test(path)) return
  response.setHeader('Content-Security-Policy', contentPolicy)
  response.setHeader('Permissions-Policy', permissions)
  // A page that opened the app has no hold of its window. It counts for a window of its own alone: a portal's frame stays as it is.
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
}

const isPage = (path) => path === '/' || path === '/index.html'

/** Whether an address can be read at all; `//host/` would be one of another host wherever the page puts its path before a query. */
function isReadable(path) {
  try {
    return !decodeURIComponent(path).includes('\0') && !path.startsWith('//')
  } catch {
    return false
  }
}

/**
 * What answers the requests for a built app.
 * @param {{ directory: string, demoWebhook?: string }} options
 */
function appHandler({ directory, demoWebhook }) {
  const files = sirv(directory, {
    // Files are looked up as they are asked for: a build in the meantime takes some away, and that must not end the server.
    dev: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders,
    onNoMatch: (_request, response) => response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found'),
  })
  // Told here rather than at build time, so that one build serves any port.
  const pageWithDemo = () => {
    try {
      return withDemo(readFileSync(join(directory, 'index.html'), 'utf8'), demoWebhook)
    } catch {
      // Gone while it is built anew.
      return null
    }
  }
  return (request, response) => {
    const path = request.url.split('?', 1)[0]
    if (!isReadable(path)) return response.writeHead(400, { 'Content-Type': 'text/plain' }).end('Not an address')
    const reads = request.method === 'GET' || request.method === 'HEAD'
    if (!reads && !(request.method === 'POST' && isPage(path))) return response.writeHead(405).end()
    request.resume()
    const page = isPage(path) && demoWebhook ? pageWithDemo() : null
    if (page === null) return files(request, response)
    setHeaders(response, path)
    const gzips = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    response.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      Vary: 'Accept-Encoding',
      ...(gzips ? { 'Content-Encoding': 'gzip' } : {}),
    })
    response.end(gzips ? gzipSync(page) : page)
  }
}

/**
 * Starts the server on both loopback addresses. Rejects with `EADDRINUSE` when the port is taken.
 * @param {{ directory: string, port: number, demoWebhook?: string }} options
 * @returns {Promise<{ close(): Promise<void> }>}
 */
export async function startAppServer({ directory, port, demoWebhook }) {
  await compressFiles(directory)
  const handle = appHandler({ directory, demoWebhook })
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
