import { spawn, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import { freePort } from '../../demo/testing/free-port.ts'
import type { Driver, Key, Point } from './Driver.ts'

/** Where the programs are. */
export interface WebKitPrograms {
  readonly driver: string
  readonly browser: string
  readonly display: string
}

/** The characters by which WebDriver names keys. */
const CODES: Readonly<Record<Key, string>> = {
  Control: '\uE009',
  Shift: '\uE008',
  Home: '\uE011',
  PageDown: '\uE00F',
  Escape: '\uE00C',
  c: 'c',
  v: 'v',
}

/** A display without a screen; it chooses its number itself. @returns the program and its name, as `:1` */
async function startDisplay(program: string): Promise<{ readonly process: ChildProcess; readonly name: string }> {
  const process = spawn(program, ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    const said = process.stdio[3] as Readable
    said.once('data', (data: Buffer) => resolve(data.toString().trim()))
    process.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)))
    process.once('error', reject)
  })
  return { process, name: `:${number}` }
}

/** Speaks W3C WebDriver. Every answer is in `value`, errors too. */
function webDriver(port: number) {
  return async function ask<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const { value } = (await response.json()) as { readonly value: T & { readonly error?: string; readonly message?: string } }
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`)
    return value
  }
}

/** Resolves once the driver listens. */
async function listens(port: number, driver: ChildProcess): Promise<void> {
  for (;;) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** What a script of `execute/async` is: a function called with all arguments but the last, which takes the result. */
const asScript = (run: (...args: never) => unknown): string => `
  const done = arguments[arguments.length - 1]
  Promise.resolve((${run.toString()})(...Array.prototype.slice.call(arguments, 0, -1)))
    .then((value) => done({ value }), (error) => done({ error: String(error?.stack || error) }))`

const pointer = (actions: readonly unknown[]) => ({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions })
const keyboard = (actions: readonly unknown[]) => ({ type: 'key', id: 'keyboard', actions })
const toPoint = ({ x, y }: Point) => ({ type: 'pointerMove', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y) })
const pause = { type: 'pause' }

/** WebKitGTK's MiniBrowser on a display of its own, over W3C WebDriver. */
export async function startWebKit(programs: WebKitPrograms): Promise<Driver> {
  const display = await startDisplay(programs.display)
  const port = await freePort()
  const driver = spawn(programs.driver, [`--port=${port}`, '--host=127.0.0.1'], {
    env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: 'x11' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const errors: string[] = []
  driver.stdout?.on('data', (data: Buffer) => {
    errors.push(
      ...data
        .toString()
        .split('\n')
        .filter((line) => /CONSOLE (?:JS|SECURITY) ERROR/.test(line)),
    )
  })
  const end = () => {
    driver.kill()
    display.process.kill()
  }
  try {
    await listens(port, driver)
    return await openSession(webDriver(port), programs.browser, errors, end)
  } catch (error) {
    end()
    throw error
  }
}

async function openSession(ask: ReturnType<typeof webDriver>, binary: string, errors: readonly string[], end: () => void): Promise<Driver> {
  const { sessionId, capabilities } = await ask<{ sessionId: string; capabilities: { browserVersion: string } }>('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        'webkitgtk:browserOptions': { binary, args: ['--automation', '--enable-write-console-messages-to-stdout=true'] },
      },
    },
  })
  const call = <T>(path: string, body: unknown = {}) => ask<T>('POST', `/session/${sessionId}${path}`, body)
  const perform = (...actions: readonly unknown[]) => call<null>('/actions', { actions })
  await call('/timeouts', { script: 120_000, pageLoad: 120_000 })
  await call('/window/rect', { x: 0, y: 0, width: 1280, height: 860 })
  // The driver turns the wheel by what a delta differs from the last one, so it is given their sum.
  let turned = 0
  const inFrame = async <T>(selector: string | undefined, act: () => Promise<T>): Promise<T> => {
    if (selector === undefined) return act()
    await call('/frame', { id: await call('/element', { using: 'css selector', value: selector }) })
    try {
      return await act()
    } finally {
      await call('/frame', { id: null })
    }
  }
  return {
    name: `WebKitGTK ${capabilities.browserVersion}`,
    async open(url) {
      await call('/url', { url })
    },
    evaluate: (run, args, frame) =>
      inFrame(frame, async () => {
        const answer = await call<{ value: never; error?: string }>('/execute/async', { script: asScript(run), args })
        if (answer.error !== undefined) throw new Error(answer.error)
        return answer.value
      }),
    async wheel({ x, y }, deltaY) {
      turned += deltaY
      const turn = { type: 'scroll', duration: 0, origin: 'viewport', x: Math.round(x), y: Math.round(y), deltaX: 0, deltaY: turned }
      await perform({ type: 'wheel', id: 'wheel', actions: [turn] })
    },
    async click(at, { button = 'left', held } = {}) {
      const which = button === 'left' ? 0 : 2
      const press = [toPoint(at), { type: 'pointerDown', button: which }, { type: 'pointerUp', button: which }]
      if (!held) return void (await perform(pointer(press)))
      const key = CODES[held]
      await perform(
        keyboard([{ type: 'keyDown', value: key }, pause, pause, pause, { type: 'keyUp', value: key }]),
        pointer([pause, ...press, pause]),
      )
    },
    async press(...keys) {
      const codes = keys.map((key) => CODES[key])
      await perform(
        keyboard([...codes.map((value) => ({ type: 'keyDown', value })), ...codes.toReversed().map((value) => ({ type: 'keyUp', value }))]),
      )
    },
    errors: () => errors,
    async close() {
      await ask('DELETE', `/session/${sessionId}`)
      end()
    },
  }
}
