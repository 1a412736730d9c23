// `npm start`: installs what is missing, builds, serves the app and the demo portal.
import { onEnd } from '../hosting/on-end.mjs'
import { ensureInstalled } from './install.mjs'
import { expectFree, explain, readPorts } from './ports.mjs'

const { port, demoPort } = readPorts()
ensureInstalled()

// Loading the demo portal's sources would otherwise make the build a development one.
process.env.NODE_ENV = 'production'
const { startDemo } = await import('./servers.mjs')
const { distDirectory, startAppServer } = await import('./app-server.mjs')
const appUrl = `http://localhost:${port}/`

await expectFree('the app', port)
await expectFree('the demo portal', demoPort)
// Nothing listens before the build is done: whatever waits for a port finds the whole app behind it.
// `npm test` has just built it.
if (!process.env.BUILT) {
  const { build } = await import('vite')
  await build({ logLevel: 'warn' })
}
const demo = await startDemo(demoPort, appUrl)
const app = await startAppServer({ directory: distDirectory, port, demoWebhook: demo.webhook }).catch((error) =>
  explain('the app', port, error),
)

console.log(`App:         ${appUrl}?demo`)
console.log(`Demo portal: ${new URL(demo.webhook).origin}/`)

onEnd(() => {
  void Promise.all([app.close(), demo.close()]).finally(() => process.exit(0))
  setTimeout(() => process.exit(0), 500).unref()
})
