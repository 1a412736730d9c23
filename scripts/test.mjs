// `npm test`: everything that CI runs, in the order in which it fails soonest.
import { spawnSync } from 'node:child_process'
import { ensureInstalled, fail } from './install.mjs'

ensureInstalled()
const { ensureBrowser } = await import('./browser.mjs')
const browser = await ensureBrowser()

const steps = [
  ['types', 'npx', ['tsc', '--noEmit']],
  ['lint', 'npx', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', 'npx', ['oxfmt', '--check', '.']],
  ['dead code', 'npx', ['knip']],
  ['unit tests', 'npx', ['vitest', 'run']],
  ['bundle', 'npx', ['vite', 'build', '--logLevel', 'warn']],
  ['bundle budget', 'npx', ['size-limit']],
  ['browser tests', 'npx', ['playwright', 'test', ...process.argv.slice(2)]],
]

for (const [name, command, args] of steps) {
  console.log(`\n── ${name}`)
  const began = Date.now()
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: browser },
    shell: process.platform === 'win32',
  })
  if (status !== 0) fail(`\n${name} failed.`)
  console.log(`   ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`)
}
console.log('\nAll checks passed.')
