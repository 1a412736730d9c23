// Installs what is missing; used by the other scripts, so it needs nothing but Node itself.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const root = new URL('..', import.meta.url)

/** Runs `npm ci` when there is no `node_modules`, or when the lockfile is newer than it. */
export function ensureInstalled() {
  const marker = new URL('node_modules/.package-lock.json', root)
  const lockfile = new URL('package-lock.json', root)
  if (existsSync(marker) && statSync(marker).mtimeMs >= statSync(lockfile).mtimeMs) return
  console.log('Installing packages…')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (npm.status !== 0) fail('npm ci failed; see the lines above.')
}

/** Ends the process with one clear line. */
export function fail(line) {
  console.error(line)
  process.exit(1)
}
