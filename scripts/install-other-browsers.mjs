// For CI: gets Firefox and WebKitGTK from Debian's packages. Ends with 1, and says why, where that can not be done.
import { spawnSync } from 'node:child_process'
import { onPath } from './browser.mjs'
import { fail } from './install.mjs'
import { findFirefox, findWebKit, packages } from './other-browsers.mjs'

/** A mirror that does not answer must not hold up everything else, ms. */
const PATIENCE_MS = 300_000

if (findFirefox() && findWebKit()) process.exit(0)
const NOT_CHECKED = 'Firefox and WebKitGTK are not checked here:'
if (!onPath('apt-get')) fail(`${NOT_CHECKED} they are not installed, and there is no apt-get to install them with.`)
const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
for (const step of [
  ['update', '-qq'],
  ['install', '-y', '-qq', '--no-install-recommends', ...packages],
]) {
  const [command, ...rest] = [...sudo, 'apt-get', ...step]
  const { status } = spawnSync(command, rest, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: PATIENCE_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  // Whether an update that failed matters, the installation will tell.
  if (status !== 0 && step[0] === 'install') fail(`${NOT_CHECKED} apt-get could not install ${packages.join(', ')}; see the lines above.`)
}
if (!findFirefox() || !findWebKit()) fail(`${NOT_CHECKED} their packages are installed, but hold other programs than expected.`)
