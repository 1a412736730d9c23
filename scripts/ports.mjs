import { createServer } from 'node:net'
import { fail } from './install.mjs'

/** `PORT` and `DEMO_PORT`, or the usual ones. */
export function readPorts() {
  return { port: number('PORT', 4173), demoPort: number('DEMO_PORT', 4174) }
}

function number(name, usual) {
  const text = process.env[name]
  if (text === undefined || text === '') return usual
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 65_535) fail(`${name}=${text} is not a port number.`)
  return value
}

/** One clear line for a server that could not start. */
export function explain(what, port, error) {
  fail(
    error.code === 'EADDRINUSE'
      ? `Port ${port} for ${what} is taken. Choose another one: ${what === 'the app' ? 'PORT' : 'DEMO_PORT'}=NNNN npm start`
      : `${what} did not start: ${error.message}`,
  )
}

/** Ends with one clear line when a port is taken: before the build rather than after it. */
export async function expectFree(what, port) {
  for (const host of ['127.0.0.1', '::1']) {
    await new Promise((resolve) => {
      const probe = createServer()
      probe.on('error', (error) => (error.code === 'EADDRINUSE' || error.code === 'EACCES' ? explain(what, port, error) : resolve()))
      probe.listen(port, host, () => probe.close(resolve))
    })
  }
}
