// Listens, and ends without breaking off what is being sent.
import { createAdaptorServer } from '@hono/node-server'

/** How long what is being sent may take at the end, ms. */
const LAST_ANSWERS_MS = 4_000

/** How many may come at once before they are taken in; whoever finds no room tries again a second later. */
const WAITING = 2_048

/**
 * @param {import('hono').Hono} site
 * @param {{ port: number, host: string }} place
 * @returns {Promise<{ close(): Promise<void> }>} rejects with `EADDRINUSE` when the port is taken
 */
export function listen(site, { port, host }) {
  const server = createAdaptorServer({
    fetch: (request, { incoming, outgoing }) => {
      // Nothing that is sent to us is read.
      incoming.resume()
      if (!server.listening) outgoing.setHeader('Connection', 'close')
      return site.fetch(request)
    },
  })
  // Longer than what stands before it keeps a connection (usually 60 s), or that would answer 502 now and then.
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  // Somebody who takes nothing of an answer for so long has gone.
  server.setTimeout(60_000, (socket) => socket.destroy())
  endWithoutLoss(server)
  return new Promise((resolve, reject) => {
    server.on('error', reject)
    server.listen({ port, host, backlog: WAITING }, () => resolve({ close: () => close(server) }))
  })
}

/** Node takes a connection for idle once an answer is written, and would break it off while that is still being sent. */
function endWithoutLoss(server) {
  const idle = new Set()
  server.on('connection', (socket) => {
    idle.add(socket)
    socket.once('close', () => idle.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    idle.delete(socket)
    response.once('close', () => {
      if (server.listening && !socket.destroyed) idle.add(socket)
      else socket.end()
    })
  })
  server.closeIdleConnections = () => {
    for (const socket of idle) socket.end()
  }
}

/** Takes no more requests; those under way are answered. */
const close = (server) =>
  new Promise((done) => {
    const end = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS)
    server.close(() => {
      clearTimeout(end)
      done()
    })
  })
