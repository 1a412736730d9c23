// `npm run bench [scenario …]`: measures the production build, and small pages of other lists beside it, in a
// real browser on the demo portal (docs/benchmark.md).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { ensureBrowser } = await import('./browser.mjs')
process.env.CHROMIUM_PATH = await ensureBrowser({ whole: true })
process.env.NODE_ENV = 'production'
// Figures of memory are taken after a collection.
setFlagsFromString('--expose-gc')
globalThis.gc = runInNewContext('gc')
const { build, runnerImport } = await import('vite')
const { default: react } = await import('@vitejs/plugin-react')
const { startDemo } = await import('./servers.mjs')
const { distDirectory, startAppServer } = await import('./app-server.mjs')

const APP_PORT = 4373
const DEMO_PORT = 4374
const PAGES_PORT = 4375
const { module } = await runnerImport(new URL('../bench/run.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
  resolve: { tsconfigPaths: true },
})
// Bundled as the app is: the runner's own way of importing would slow down whatever is many small modules.
async function benchMarkup() {
  const outDir = mkdtempSync(join(tmpdir(), 'bench-markup-'))
  await build({
    configFile: false,
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    build: { ssr: new URL('../bench/markup.ts', import.meta.url).pathname, outDir, emptyOutDir: true },
    ssr: { noExternal: true },
  })
  const { benchMarkup: measure } = await import(pathToFileURL(join(outDir, 'markup.js')).href)
  const times = measure()
  rmSync(outDir, { recursive: true, force: true })
  return times
}

const pagesRoot = new URL('../bench/peers', import.meta.url).pathname
const pagesDirectory = mkdtempSync(join(tmpdir(), 'bench-pages-'))

const demo = await startDemo(DEMO_PORT, `http://localhost:${APP_PORT}/`)
await build({ logLevel: 'warn' })
await build({
  configFile: false,
  root: pagesRoot,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    outDir: pagesDirectory,
    emptyOutDir: true,
    target: 'chrome123',
    modulePreload: { polyfill: false },
    rollupOptions: { input: module.peerNames.map((peer) => join(pagesRoot, `${peer}.html`)) },
  },
})
const servers = [
  await startAppServer({ directory: distDirectory, port: APP_PORT, demoWebhook: demo.webhook }),
  await startAppServer({ directory: pagesDirectory, port: PAGES_PORT }),
]
try {
  await module.runBench(
    { app: `http://localhost:${APP_PORT}/`, portal: `http://localhost:${DEMO_PORT}`, pages: `http://localhost:${PAGES_PORT}/` },
    process.argv.slice(2),
    benchMarkup,
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
await Promise.all([...servers, demo].map((server) => server.close()))
rmSync(pagesDirectory, { recursive: true, force: true })
process.exit()
