import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoPortal, type DemoPortal } from '../demo/main.ts'
import { freePort } from '../demo/testing/free-port.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const documents = import.meta.glob<string>(['../{README,CONTRIBUTING,SECURITY}.md', '../docs/*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** What documents say to type into a shell, a line each. */
const commands = Object.values(documents)
  .flatMap((text) => [...text.matchAll(/^( *)```sh\n([^]*?)^\1```$/gm)].map(([, , block = '']) => block))
  .flatMap((block) => block.split('\n').map((line) => line.replace(/(?:^|\s+)#.*$/, '').trim()))
  .filter((line) => line !== '')

/** Those that are not tried here, each with who tries it. */
const TRIED_ELSEWHERE: Readonly<Record<string, string>> = {
  'npm start': 'browser tests are run on what it starts',
  'npm test': 'CI',
  'npm run dev': 'by hand: the same two servers, and Vite’s',
  'npm run bench': 'by hand: it takes minutes',
  'npm ci && npm run build': 'CI begins with it',
  'npm run package': '`hosting.spec.ts` checks the archive of the build, `archive.test.ts` its parts',
  'npx wrangler deploy --config hosting/wrangler.jsonc': 'needs an account; `worker.test.ts` has what it runs',
  'docker build -f hosting/Dockerfile -t chat-history .': '`npm run test:docker`',
  'docker run -p 8080:8080 -e FRAME_ANCESTORS=https://portal.example.com chat-history': '`npm run test:docker`',
  'cp -r dist /srv/chat-history': 'the folder is nginx’s; `hosting.spec.ts` gives it this one',
  'nginx -t && nginx -s reload': 'here with a configuration of its own, and in `hosting.spec.ts`',
}

const tried = new Set<string>()
/** The command that fits, which has to be in a document. */
const documented = (pattern: RegExp): string => {
  const found = commands.find((command) => pattern.test(command))
  if (found === undefined) throw new Error(`No document has a command like ${String(pattern)}`)
  for (const command of commands) if (pattern.test(command)) tried.add(command)
  return found
}

const dist = mkdtempSync(join(tmpdir(), 'documented-'))
mkdirSync(join(dist, 'assets'))
writeFileSync(join(dist, 'index.html'), '<script type="module" src="./assets/index-AbC-12_x.js"></script>')
writeFileSync(join(dist, 'assets', 'index-AbC-12_x.js'), 'let a')
afterAll(() => rmSync(dist, { recursive: true }))

/** As somebody types it, in a clean clone; not awaited in one go, for what it asks may be served here. @returns what it prints */
async function type(command: string, environment: Readonly<Record<string, string>> = {}): Promise<string> {
  const env = { ...process.env, PORTALS: '', FRAME_ANCESTORS: '', ...environment }
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command], { cwd: root, env, timeout: 30_000 })
  expect(stderr, command).toBe('')
  return stdout
}

describe.skipIf(process.platform === 'win32')('what documents say to type', () => {
  let serving: ChildProcess
  let port: number
  let demo: DemoPortal

  /** A command that serves, with a build of two files and a port that is free. */
  async function serve(command: string): Promise<void> {
    port = await freePort()
    const line = `${command.replace(/\bPORT=\d+ /, '').replace('npm run serve', 'npm run --silent serve --')} ${dist}`
    serving = spawn('sh', ['-c', `exec env PORT=${port} ${line}`], {
      cwd: root,
      env: { ...process.env, PORTALS: '', FRAME_ANCESTORS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(serving.stdout ?? serving, 'data')
  }
  async function stop(): Promise<void> {
    // npm alone is asked to end, as whatever keeps a server running does; what it has started has to end, too.
    serving.kill('SIGTERM')
    await once(serving.stdout ?? serving, 'close')
    await expect(fetch(`http://localhost:${port}/healthz`)).rejects.toThrow()
  }
  beforeAll(async () => {
    const demoPort = await freePort()
    demo = await startDemoPortal(demoPort, 'http://localhost:1/')
  })
  afterAll(() => demo.close())

  it('serves the app, by POST too, and shows which version is served', async () => {
    await serve(documented(/^PORT=\d+ npm run serve$/))
    try {
      const post = documented(/^curl .*--request POST .*index\.html$/).replace('https://chats.example.com', `http://localhost:${port}`)
      expect(await type(post)).toBe('200\n')
      const served = await type(documented(/^curl .*localhost:4173.* \| grep/).replace('4173', String(port)))
      const built = await type(documented(/^grep .* dist\/index\.html$/).replace('dist/index.html', join(dist, 'index.html')))
      expect([served, built]).toEqual(['assets/index-AbC-12_x.js\n', 'assets/index-AbC-12_x.js\n'])
    } finally {
      await stop()
    }
  })

  it('lets a portal on a server of one’s own show the app', async () => {
    for (const [pattern, ancestors] of [
      [/^FRAME_ANCESTORS=\S+ npm run serve$/, /frame-ancestors 'self' https:\/\/\*\.bitrix24\.com .* https:\/\/portal\.example\.com$/],
      [/^PORTALS="[^"]+" npm run serve$/, /frame-ancestors 'self' https:\/\/portal\.example\.com https:\/\/files\.example\.com$/],
    ] as const) {
      await serve(documented(pattern))
      const { headers } = await fetch(`http://localhost:${port}/index.html`, { method: 'POST' })
      expect(headers.get('content-security-policy')).toMatch(ancestors)
      await stop()
    }
  })

  it('writes a site file that nginx takes', async () => {
    const file = join(dist, 'site.conf')
    await type(documented(/nginx-site > /).replace('/etc/nginx/conf.d/chat-history.conf', file))
    expect(readFileSync(file, 'utf8')).toMatch(/frame-ancestors [^;]* https:\/\/portal\.example\.com/)
    const nginx = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync)
    if (!nginx) return
    writeFileSync(file, readFileSync(file, 'utf8').replace('/var/log/nginx/', `${dist}/`))
    writeFileSync(join(dist, 'nginx.conf'), `pid ${dist}/pid; error_log ${dist}/error.log; events {} http { include ${file}; }`)
    await type(`${nginx} -t -q -p ${dist} -c ${join(dist, 'nginx.conf')}`)
  })

  it('tells whether a portal is reachable, and makes trouble on the demo portal', async () => {
    const origin = new URL(demo.webhook).origin
    const here = (command: string): string =>
      command.replace('localhost:4174', origin.replace('http://', '')).replace('curl ', 'curl --silent ')
    expect(await type(here(documented(/^curl .*profile\.json/)), { WEBHOOK: demo.webhook })).toContain('"NAME"')
    expect(await type(here(documented(/^curl -X PUT/)))).not.toContain('rror')
    expect(JSON.parse(await type(here(documented(/^curl \S+\/log$/))))).toHaveProperty('log')
    expect(await type(here(documented(/^curl \S+\/edit /)))).not.toContain('rror')
  })

  it('is all tried, here or elsewhere, and names scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
    for (const [, script = ''] of Object.values(documents)
      .join('\n')
      .matchAll(/npm run (?:--\w+ )?([a-z][\w:-]*)/g))
      expect(Object.keys(scripts), script).toContain(script)
    expect(commands.filter((command) => !tried.has(command) && !(command in TRIED_ELSEWHERE))).toEqual([])
    expect(Object.keys(TRIED_ELSEWHERE).filter((command) => !commands.includes(command))).toEqual([])
  })
})
