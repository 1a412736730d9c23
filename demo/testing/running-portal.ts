import { afterAll, beforeAll } from 'vitest'
import { startDemoPortal, type DemoPortal } from '../main.ts'
import { freePort } from './free-port.ts'

/** Runs a demo portal for the tests of a file. @returns its origin */
export async function runningPortal(): Promise<string> {
  const port = await freePort()
  let portal: DemoPortal
  beforeAll(async () => {
    portal = await startDemoPortal(port, 'http://localhost:4173/')
  })
  afterAll(() => portal.close())
  return `http://localhost:${port}`
}
