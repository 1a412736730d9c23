// Finds a Chromium for the tests, or gets one.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { fail } from './install.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
/** A Chromium without anything around its pages, which would be drawn too: browser tests take a third less time. */
export const SHELL = 'chromium-headless-shell'
/** In which messages are compared with their pictures, where letters are drawn alike. */
export const FONTS = ['fonts-noto-core', 'fonts-noto-color-emoji']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  'C:/Program Files (x86)/Google/Chrome/Application/chrome.exe',
]
const managers = [
  [
    'apt-get',
    [
      ['update', '-qq'],
      ['install', '-y', '-qq', '--no-install-recommends', 'chromium', ...FONTS],
    ],
  ],
  ['apk', [['add', 'chromium', 'font-noto', 'font-noto-emoji']]],
  ['dnf', [['install', '-y', 'chromium']]],
]

const run = (command, args, options = {}) => spawnSync(command, args, { stdio: 'inherit', ...options }).status === 0

export function onPath(name) {
  const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.split(/\r?\n/)[0].trim() : null
}

const installed = (whole) =>
  process.env.CHROMIUM_PATH || (whole ? names : [SHELL, ...names]).map(onPath).find(Boolean) || places.find(existsSync) || null

async function playwrightBrowser() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

/** A person is asked before anything is done as root; where nobody can be asked, as in CI, the call itself is the answer. */
async function mayBecomeRoot(commands) {
  if (!process.stdin.isTTY) return true
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const answer = await terminal.question(`Run as root?\n${commands.map((command) => `  ${command.join(' ')}\n`).join('')}[y/N] `)
  terminal.close()
  return /^y(?:es)?$/i.test(answer.trim())
}

/**
 * Path of a browser: one that is there, else Playwright's download, else the system's package. @param whole a browser as
 * people have it, because it is to be measured
 */
export async function ensureBrowser({ whole = false } = {}) {
  const found = installed(whole) ?? (await playwrightBrowser())
  if (found) return found
  console.log('No Chromium found; trying the download of Playwright…')
  if (run('npx', ['playwright', 'install', 'chromium'], { timeout: 180_000 })) {
    const downloaded = await playwrightBrowser()
    if (downloaded) return downloaded
  }
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const [manager, steps] of managers) {
    if (!onPath(manager)) continue
    const commands = steps.map((step) => [...sudo, manager, ...step])
    if (sudo.length > 0 && !(await mayBecomeRoot(commands))) continue
    console.log(`Trying ${manager}…`)
    for (const [command, ...rest] of commands) {
      if (!run(command, rest, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })) break
    }
    const packaged = installed(whole)
    if (packaged) return packaged
  }
  return fail('The tests need a browser: install Chromium or Chrome, or set CHROMIUM_PATH to one.')
}
