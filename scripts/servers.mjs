// Starts the demo portal from its TypeScript sources.
import { explain } from './ports.mjs'

/** @returns {Promise<import('../demo/main.ts').DemoPortal>} */
export async function startDemo(demoPort, appUrl) {
  const { runnerImport } = await import('vite')
  const { module } = await runnerImport(new URL('../demo/main.ts', import.meta.url).pathname, { configFile: false, logLevel: 'error' })
  return module.startDemoPortal(demoPort, appUrl).catch((error) => explain('the demo portal', demoPort, error))
}
