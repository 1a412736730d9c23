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
