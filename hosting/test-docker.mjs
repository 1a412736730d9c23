// `npm run test:docker`: builds the image and asks a container of it, where a Docker daemon is at hand.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const docker = (args, options = {}) => spawnSync('docker', args, { cwd: root, encoding: 'utf8', ...options })

if (docker(['info'], { stdio: 'ignore' }).status !== 0) {
  console.log('Skipped: no Docker daemon answers here.')
  process.exit(0)
}

/** Ends with one clear line, and with nothing left running. */
function fail(line, container) {
  if (container) docker(['rm', '--force', container])
  console.error(line)
  process.exit(1)
}

const { status } = docker(['build', '--file', 'hosting/Dockerfile', '--tag', 'chat-history:test', '.'], { stdio: 'inherit' })
if (status !== 0) fail('The image was not built; see the lines above.')
const flags = ['--read-only', '--cap-drop', 'ALL', '--security-opt', 'no-new-privileges:true', '--publish', '127.0.0.1::8080']
const started = docker(['run', '--detach', ...flags, 'chat-history:test'])
if (started.status !== 0) fail(`No container was started: ${started.stderr}`)
const container = started.stdout.trim()
if (docker(['exec', container, 'id', '-u']).stdout.trim() === '0') fail('The server runs as root.', container)
const place = docker(['port', container, '8080']).stdout.trim().split('\n')[0]
const isWell = async () => (await fetch(`http://${place}/healthz`).catch(() => null))?.ok
for (const end = Date.now() + 60_000; !(await isWell()); await new Promise((resolve) => setTimeout(resolve, 200)))
  if (Date.now() > end) fail('The container does not answer.', container)
const page = await fetch(`http://${place}/index.html`, { method: 'POST', body: 'AUTH_ID=1' })
if (!page.ok || !page.headers.get('content-security-policy')?.includes('frame-ancestors'))
  fail('The page is not as it should be.', container)
docker(['stop', '--time', '5', container])
const code = docker(['inspect', '--format', '{{.State.ExitCode}}', container]).stdout.trim()
if (code !== '0') fail(`The container ended with ${code} rather than 0.`, container)
docker(['rm', container])
console.log('The image is built, answers as nobody in particular, and stops when asked to.')
