import { serve } from '@hono/node-server'
import { createServer, type Server } from 'node:http'
import { createPortal } from './portal.ts'

export interface DemoPortal {
  readonly webhook: string
  close(): Promise<void>
}

/** Starts the demo portal on `port` of this machine alone. Rejects with `EADDRINUSE` when it is taken. */
export async function startDemoPortal(port: number, appUrl: string): Promise<DemoPortal> {
  const origin = `http://localhost:${port}`
  const portal = createPortal({ origin, appUrl, startedAt: Date.now() })
  // `localhost` may resolve to either address; a browser tries both, so both have to answer.
  const servers = await Promise.all(['127.0.0.1', '::1'].map((hostname) => listen(portal.fetch, port, hostname)))
  return {
    webhook: `${origin}/rest/503/demo/`,
    close: async () => {
      await Promise.all(servers.map((server) => new Promise((resolve) => (server === null ? resolve(null) : server.close(resolve)))))
    },
  }
}

type Fetch = Parameters<typeof serve>[0]['fetch']

/** Null where the machine has no such address (a container without IPv6). */
function listen(fetch: Fetch, port: number, hostname: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname, createServer }, () => resolve(server)) as Server
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (hostname === '::1' && (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')) resolve(null)
      else reject(error)
    })
  })
}
