import { QueryClient } from '@tanstack/react-query'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { withoutMutations } from '../vite/without-mutations.ts'

const core = join(dirname(createRequire(import.meta.url).resolve('@tanstack/react-query/package.json')), '../query-core')
const importer = join(core, 'build/modern/queryClient.js')
const client = readFileSync(importer, 'utf8')
const plugin = withoutMutations() as unknown as {
  resolveId: (id: string, importer: string) => string | null
  load: (id: string) => string | null
}

it('the build leaves mutations out where the installed version imports them, and nowhere else', () => {
  const [, imported = ''] = /import \{ MutationCache \} from "([^"]+)"/.exec(client) ?? []
  const id = plugin.resolveId(imported, importer)
  expect(id).not.toBeNull()
  expect(plugin.resolveId(imported, join(core, 'build/modern/index.js'))).toBeNull()
  expect(plugin.load('./utils.js')).toBeNull()
  // Everything that the client calls is there.
  const used = [...client.matchAll(/#mutationCache\.(\w+)\(/g)].map(([, name = '']) => name)
  expect(used.length).toBeGreaterThan(0)
  for (const name of used) expect(plugin.load(id ?? '')).toContain(` ${name}()`)
})

it('unit tests run what the build ships', () => {
  const cache = new QueryClient().getMutationCache()
  expect(Object.getPrototypeOf(Object.getPrototypeOf(cache))).toBe(Object.prototype)
  expect(cache.findAll()).toEqual([])
})
