// `npm run serve [DIRECTORY]`: a built app for the world, as the environment says (`settings.mjs`, `docs/hosting.md`).
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readBuild } from './build-files.mjs'
import { onEnd } from './on-end.mjs'
import { listen } from './server.mjs'
import { BadSetting, readSettings } from './settings.mjs'
import { createSite } from './site.mjs'

const directory = process.argv[2] ?? fileURLToPath(new URL('../dist/', import.meta.url))

/** One line of the log: JSON, which whatever collects logs can read. */
const log = (line) => console.log(JSON.stringify({ time: new Date().toISOString(), ...line }))

/** Ends with one clear line. */
function fail(line) {
  console.error(line)
  process.exit(1)
}

function settingsOrEnd() {
  try {
    return readSettings(process.env)
  } catch (error) {
    if (error instanceof BadSetting) return fail(error.message)
    throw error
  }
}

const settings = settingsOrEnd()
if (!existsSync(join(directory, 'index.html'))) fail('There is no build yet: run npm run build first.')
const site = createSite({ files: await readBuild(directory), settings, ...(settings.logs ? { log } : {}) })
const server = await listen(site, settings).catch((error) =>
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${settings.port} is taken. Choose another one: PORT=NNNN npm run serve`
      : `The server did not start: ${error.message}`,
  ),
)
onEnd(() => {
  void server.close().then(() => {
    log({ event: 'stopped' })
    process.exit(0)
  })
})

log({ event: 'listening', port: settings.port })
