// `npm test`: everything that CI runs, in the order in which it fails soonest. Each step is a script of package.json and
// can be run alone; what is given to `npm test` after `--` goes to the browser tests.
import { spawnSync } from 'node:child_process'
import { ensureInstalled, fail } from './install.mjs'

ensureInstalled()
const { ensureBrowser } = await import('./browser.mjs')
const browser = await ensureBrowser()

const steps = [
  'typecheck',
  'lint',
  'format:check',
  'knip',
  'test:unit',
  'build',
  'size',
  'test:components',
  'test:browsers',
  'test:docker',
  'test:e2e',
]

/** What a step is given. */
const argumentsOf = { 'test:browsers': ['--built'], 'test:e2e': process.argv.slice(2) }

for (const step of steps) {
  console.log(`\n── ${step}`)
  const began = Date.now()
  const { status } = spawnSync('npm', ['run', '--silent', step, '--', ...(argumentsOf[step] ?? [])], {
    stdio: 'inherit',
    // What was built a few steps ago is what the browsers get.
    env: { ...process.env, CHROMIUM_PATH: browser, ...(step === 'test:e2e' && { BUILT: '1' }) },
    shell: process.platform === 'win32',
  })
  if (status !== 0) fail(`\n${step} failed.`)
  console.log(`   ${step}: ${((Date.now() - began) / 1000).toFixed(1)} s`)
}
console.log('\nAll checks passed.')
