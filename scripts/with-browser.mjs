// `node scripts/with-browser.mjs COMMAND …`: runs a command that drives a browser, which is found or installed first.
import { spawnSync } from 'node:child_process'
import { ensureInstalled } from './install.mjs'

ensureInstalled()
const { ensureBrowser } = await import('./browser.mjs')

const { status } = spawnSync('npx', process.argv.slice(2), {
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH: await ensureBrowser() },
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1
