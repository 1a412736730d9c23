// `npm run test:browsers`: a dozen checks in Firefox and in WebKitGTK, each where it is installed.
// `--built`: takes the build that is there. OTHER_BROWSERS=required: one that is missing is a failure, as in CI.
import { ensureInstalled, fail } from './install.mjs'

ensureInstalled()
const { findFirefox, findWebKit, packages } = await import('./other-browsers.mjs')
const [firefox, webkit] = [findFirefox(), findWebKit()]
const missing = [firefox ? null : 'Firefox', webkit ? null : 'WebKitGTK with its driver and Xvfb'].filter((name) => name !== null)
const notInstalled = `${missing.join(' and ')}: not installed (on Debian: apt-get install ${packages.join(' ')}).`
if (missing.length > 0 && process.env.OTHER_BROWSERS === 'required') fail(notInstalled)
if (missing.length > 0) console.log(`Skipped: ${notInstalled}`)
if (!firefox && !webkit) process.exit(0)

// Loading the demo portal's sources would otherwise make the build a development one.
process.env.NODE_ENV = 'production'
const { build, runnerImport } = await import('vite')
const { startDemo } = await import('./servers.mjs')
const { distDirectory, startAppServer } = await import('./app-server.mjs')
const { expectFree } = await import('./ports.mjs')
const { module } = await runnerImport(new URL('../e2e/other-browsers/run.ts', import.meta.url).pathname, {
  configFile: false,
  logLevel: 'error',
})
const { ports } = module
await expectFree('the app', ports.app)
await expectFree('the demo portal', ports.portal)
if (!process.argv.includes('--built')) await build({ logLevel: 'warn' })
const places = { app: `http://localhost:${ports.app}/`, portal: `http://localhost:${ports.portal}/` }
const demo = await startDemo(ports.portal, places.app)
const app = await startAppServer({ directory: distDirectory, port: ports.app, demoWebhook: demo.webhook })

/** All checks in one browser. @returns how many have failed */
async function check(start) {
  // Said in one piece: the other browser is at work at the same time.
  const lines = []
  try {
    const browser = await start()
    lines.push(browser.name)
    return await module.runChecks(browser, places, (line) => lines.push(line))
  } catch (error) {
    lines.push(error.stack ?? String(error))
    return 1
  } finally {
    console.log(lines.join('\n'))
  }
}

const starts = [firefox && (() => module.startFirefox(firefox)), webkit && (() => module.startWebKit(webkit))].filter(Boolean)
const failed = (await Promise.all(starts.map(check))).reduce((sum, each) => sum + each, 0)
await Promise.all([app.close(), demo.close()])
process.exit(failed === 0 ? 0 : 1)
