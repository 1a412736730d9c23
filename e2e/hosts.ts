import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEMO_PORT } from './ports.ts'

/** A way to host the built app, as docs/hosting.md tells of it. */
export interface Host {
  readonly origin: string
  stop(): Promise<void>
}

const file = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))
const environment = { ...process.env, FRAME_ANCESTORS: `http://localhost:${DEMO_PORT}`, PORTALS: '' }

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

async function answers(origin: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${origin}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const ended = async (running: ChildProcess): Promise<void> => {
  if (running.exitCode === null && running.signalCode === null) await once(running, 'exit')
}

/** `npm run serve`. */
export async function serve(): Promise<Host> {
  const port = await freePort()
  const running = spawn(process.execPath, [file('hosting/serve.mjs')], { env: { ...environment, PORT: String(port) }, stdio: 'ignore' })
  const origin = `http://127.0.0.1:${port}`
  await answers(origin)
  return {
    origin,
    async stop() {
      running.kill('SIGTERM')
      await ended(running)
    },
  }
}

const NGINX = ['/usr/sbin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync)

/** Why nginx is not tried here; null where it is. */
export const nginxMissing: string | null = NGINX ? null : 'nginx is not installed'

/** nginx with the site file of `npm run nginx-site`, with nothing changed in it but its port and its folders. */
export async function nginx(): Promise<Host> {
  if (!NGINX) throw new Error('nginx is not installed')
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
  const { stdout } = spawnSync(process.execPath, [file('hosting/nginx-site.mjs')], { env: environment, encoding: 'utf8' })
  const site = stdout
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('listen [::]:80;', '')
    .replace('/srv/chat-history', file('dist'))
    .replace('/var/log/nginx/', `${folder}/`)
  writeFileSync(join(folder, 'site.conf'), site)
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')
  // As root it would read files as somebody who may not.
  const user = process.getuid?.() === 0 ? 'user root; ' : ''
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user}pid ${folder}/pid; error_log ${folder}/error.log; daemon off; worker_rlimit_nofile 4096; events { worker_connections 2048; }
http { include ${['/etc/nginx', '/usr/local/etc/nginx', '/opt/homebrew/etc/nginx'].find(existsSync)}/mime.types; ${folders} include ${folder}/site.conf; }`,
  )
  const running = spawn(NGINX, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'inherit' })
  const origin = `http://127.0.0.1:${port}`
  await answers(origin)
  return {
    origin,
    async stop() {
      running.kill('SIGQUIT')
      await ended(running)
      rmSync(folder, { recursive: true })
    },
  }
}
