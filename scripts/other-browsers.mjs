// Finds Firefox and WebKitGTK, in which the app is checked besides Chromium (docs/decisions/0016-other-browsers.md).
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { onPath } from './browser.mjs'

/** Debian's packages of them, with what films need, and a display for WebKitGTK, which has no way without. */
export const packages = [
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'gstreamer1.0-plugins-good',
  'gstreamer1.0-plugins-bad',
  'gstreamer1.0-libav',
]

const MAC_FIREFOX = '/Applications/Firefox.app/Contents/MacOS/firefox'

/** Path of Firefox; null where there is none. */
export const findFirefox = () =>
  process.env.FIREFOX_PATH || onPath('firefox-esr') || onPath('firefox') || (existsSync(MAC_FIREFOX) ? MAC_FIREFOX : null)

/** WebKitGTK's small browser is on no path: a folder of the system's libraries has it, named after its interface. */
function miniBrowser() {
  for (const libraries of ['/usr/lib', '/usr/libexec', ...subfolders('/usr/lib').map((name) => join('/usr/lib', name))])
    for (const name of subfolders(libraries).filter((folder) => folder.startsWith('webkit2gtk-'))) {
      const program = join(libraries, name, 'MiniBrowser')
      if (existsSync(program)) return program
    }
  return null
}

const subfolders = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : []

/**
 * Paths of WebKitGTK's programs; null where one of them is missing.
 * @returns {import('../e2e/other-browsers/webkit.ts').WebKitPrograms | null}
 */
export function findWebKit() {
  const [driver, display, browser] = [onPath('WebKitWebDriver'), onPath('Xvfb'), miniBrowser()]
  return driver && display && browser ? { driver, display, browser } : null
}
