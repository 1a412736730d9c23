// Serves the built app on this machine alone, with a demo portal in its page: `npm start`, the tests, the benchmark.
import { fileURLToPath } from 'node:url'
import { readBuild } from '../hosting/build-files.mjs'
import { localAncestors } from '../hosting/headers.mjs'
import { listen } from '../hosting/server.mjs'
import { createSite } from '../hosting/site.mjs'

/** The page with the address of a demo portal in it, if there is one. */
export const withDemo = (html, demoWebhook) =>
  html.replace('name="demo-webhook" content=""', `name="demo-webhook" content="${demoWebhook ?? ''}"`)

/**
 * Starts the server on both loopback addresses. Rejects with `EADDRINUSE` when the port is taken.
 * @param {{ directory: string, port: number, demoWebhook?: string }} options
 * @returns {Promise<{ close(): Promise<void> }>}
 */
export async function startAppServer({ directory, port, demoWebhook }) {
  // Told here rather than at build time, so that one build serves any port.
  const files = await readBuild(directory, (page) => withDemo(page, demoWebhook))
  const site = createSite({ files, settings: { portals: [], frameAncestors: localAncestors } })
  const servers = await Promise.all([
    listen(site, { port, host: '127.0.0.1' }),
    listen(site, { port, host: '::1' }).catch((error) => {
      // A machine without IPv6.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') return null
      throw error
    }),
  ])
  return { close: async () => void (await Promise.all(servers.filter((server) => server !== null).map((server) => server.close()))) }
}

export const distDirectory = fileURLToPath(new URL('../dist/', import.meta.url))
