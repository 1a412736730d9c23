// `npm test`: everything that CI runs, in the order in which it fails soonest. Each step is a script of package.json and
// can be run alone; what is given to `npm test` after `--` goes to the browser tests.
import { spawn } from 'node:child_process'
import { ensureInstalled, fail } from './install.mjs'

ensureInstalled()
const { ensureBrowser } = await import('./browser.mjs')
const browser = await ensureBrowser()

/** What stands in one line is done side by side. */
const stages = [
  ['typecheck', 'lint', 'format:check', 'knip', 'build'],
  ['size', 'test:unit'],
  ['test:components', 'test:browsers'],
  ['test:docker'],
  ['test:e2e'],
]

/** What a step is given. */
const argumentsOf = { 'test:browsers': ['--built'], 'test:e2e': process.argv.slice(2) }

/** Runs a step. What one of several says is shown once it has ended, in one piece. @returns whether it went well */
function run(step, isAlone) {
  const began = Date.now()
  const lines = []
  const say = (text) => (isAlone ? process.stdout.write(text) : lines.push(text))
  say(`\n── ${step}\n`)
  const child = spawn('npm', ['run', '--silent', step, '--', ...(argumentsOf[step] ?? [])], {
    stdio: isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    // What was built a few steps ago is what the browsers get.
    env: { ...process.env, CHROMIUM_PATH: browser, ...(step === 'test:e2e' && { BUILT: '1' }) },
    shell: process.platform === 'win32',
  })
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', say)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      say(`   ${step}: ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
      process.stdout.write(lines.join(''))
      resolve(status === 0)
    })
  })
}

for (const stage of stages) {
  const went = await Promise.all(stage.map((step) => run(step, stage.length === 1)))
  const failed = stage.filter((_, at) => !went[at])
  if (failed.length > 0) fail(`\n${failed.join(' and ')} failed.`)
}
console.log('\nAll checks passed.')
