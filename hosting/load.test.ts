import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCrowd, takeAnswer } from '../demo/testing/crowd.ts'
import { freePort } from '../demo/testing/free-port.ts'

const CLIENTS = 1_000
const ROUNDS = 4
const MB = 1_000_000
/** Larger than what the system takes over for a connection, so that a client who does not read leaves some of it with the server. */
const BIG = 8 * MB

interface Memory {
  readonly rss: number
  /** Bytes that something still refers to. */
  readonly kept: number
  readonly handles: number
}

const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: identity\r\n\r\n`

describe('the server under load', () => {
  const directory = mkdtempSync(join(tmpdir(), 'hosting-load-'))
  let server: ChildProcess
  let port = 0
  const memory = async (): Promise<Memory> => {
    server.send('memory')
    return ((await once(server, 'message')) as [Memory])[0]
  }
  /** Whoever has hung up is gone from the server as well. */
  const emptied = () => expect.poll(async () => (await memory()).handles).toBeLessThanOrEqual(0)

  beforeAll(async () => {
    mkdirSync(join(directory, 'assets'))
    writeFileSync(join(directory, 'index.html'), '<!doctype html><p>The app</p>')
    writeFileSync(join(directory, 'assets', 'app-x.js'), `console.log(${JSON.stringify('a line of code. '.repeat(200))})`)
    writeFileSync(join(directory, 'assets', 'big-x.png'), Buffer.alloc(BIG))
    port = await freePort()
    server = fork(fileURLToPath(new URL('testing/measured-server.mjs', import.meta.url)), [directory], {
      execArgv: ['--expose-gc'],
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1' },
    })
    await once(server, 'message')
  })
  afterAll(async () => {
    server.kill()
    await once(server, 'exit')
    rmSync(directory, { recursive: true })
  })

  /** A thousand at once, among them some who take long to ask and some who take long to read; all of them are answered. */
  async function round(): Promise<void> {
    const crowd = await openCrowd(port, CLIENTS)
    const slowToAsk = crowd.slice(0, 100)
    const slowToRead = crowd.slice(100, 110)
    const others = crowd.slice(110)
    for (const socket of slowToAsk) socket.write(get('/').slice(0, -2))
    for (const socket of slowToRead) socket.write(get('/assets/big-x.png'))
    const ask = (socket: Socket, path: string) => (socket.write(get(path)), takeAnswer(socket))
    expect(new Set(await Promise.all(others.map((socket) => ask(socket, '/assets/app-x.js'))))).toEqual(new Set([200]))
    const late = slowToAsk.map((socket) => (socket.write('\r\n'), takeAnswer(socket)))
    expect(new Set(await Promise.all([...late, ...slowToRead.map(takeAnswer)]))).toEqual(new Set([200]))
    for (const socket of crowd) socket.destroy()
  }

  it('answers a thousand connections at once, round after round, and keeps nothing of them', async () => {
    const after: Memory[] = []
    for (let count = 0; count < ROUNDS; count++) {
      await round()
      await emptied()
      after.push(await memory())
    }
    // The first rounds make room that is used again. What is kept of a connection is two thousand bytes and more: its socket alone.
    const [settled, last] = [after[1], after.at(-1)] as [Memory, Memory]
    expect(last.kept - settled.kept).toBeLessThan(500 * CLIENTS * (ROUNDS - 2))
    expect(last.rss - settled.rss).toBeLessThan(24 * MB)
  })
})
