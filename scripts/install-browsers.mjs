// For CI: gets Firefox and WebKitGTK from Debian's packages, the quicker Chromium, nginx, and the letters in which messages are compared with
// their pictures. Ends with 1, and says why, where the first two can not be had.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { FONTS, onPath, SHELL } from './browser.mjs'
import { fail } from './install.mjs'
import { findFirefox, findWebKit, packages } from './other-browsers.mjs'

/** A mirror that does not answer must not hold up everything else, ms. */
const PATIENCE_MS = 300_000

const hasFonts = () =>
  existsSync('/usr/share/fonts/truetype/noto/NotoColorEmoji.ttf') && existsSync('/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf')
const hasNginx = () => existsSync('/usr/sbin/nginx') || onPath('nginx')
const hasOthers = () => findFirefox() !== null && findWebKit() !== null
const NOT_CHECKED = 'Firefox and WebKitGTK are not checked here:'
const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']

/** Calls apt-get. @returns whether that went well */
function apt(...step) {
  const [command, ...rest] = [...sudo, 'apt-get', ...step]
  const { status } = spawnSync(command, rest, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: PATIENCE_MS,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  return status === 0
}
const install = (...names) => apt('install', '-y', '-qq', '--no-install-recommends', ...names)

if (hasOthers() && onPath(SHELL) && hasFonts() && hasNginx()) process.exit(0)
if (!onPath('apt-get')) {
  if (hasOthers()) process.exit(0)
  fail(`${NOT_CHECKED} they are not installed, and there is no apt-get to install them with.`)
}
// Whether an update that failed matters, the installation will tell.
apt('update', '-qq')
if (!onPath(SHELL) && !install(SHELL)) console.log(`${SHELL} could not be installed: another Chromium will do, and take longer.`)
if (!hasFonts() && !install(...FONTS)) console.log(`${FONTS.join(' and ')} could not be installed: how messages look is not compared.`)
if (!hasNginx() && !install('nginx')) console.log('nginx could not be installed: its site file is not tried out here.')
if (!hasOthers() && !install(...packages)) fail(`${NOT_CHECKED} apt-get could not install ${packages.join(', ')}; see the lines above.`)
if (!hasOthers()) fail(`${NOT_CHECKED} their packages are installed, but hold other programs than expected.`)
