// `npm run bench`: measures the production build on the demo portal in a real browser.
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { ensureBrowser } = await import('./browser.mjs')
process.env.CHROMIUM_PATH = await ensureBrowser()
process.env.NODE_ENV = 'production'
const { build, runnerImport } = await import('vite')
const { startDemo } = await import('./servers.mjs')
const { distDirectory, startAppServer } = await import('./app-server.mjs')

const PORT = 4373
const demo = await startDemo(4374, `http://localhost:${PORT}/`)
await build({ logLevel: 'warn' })
const app = await startAppServer({ directory: distDirectory, port: PORT, demoWebhook: demo.webhook })
const { module } = await runnerImport(new URL('../bench/run.ts', import.meta.url).pathname, { configFile: false, logLevel: 'error' })
await module.runBench(`http://localhost:${PORT}/`, `http://localhost:4374`)
await Promise.all([app.close(), demo.close()])
process.exit(0)
