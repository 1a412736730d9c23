import { expect, it } from 'vitest'

/** A folder may import itself and what it lists; nothing else under src. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  locales: [],
  domain: ['lib'],
  rest: ['domain', 'lib'],
  queries: ['rest', 'domain', 'lib'],
  ui: ['lib', 'locales'],
  bbcode: ['ui', 'domain', 'lib'],
  features: ['queries', 'bbcode', 'ui', 'domain', 'lib'],
  app: ['features', 'queries', 'rest', 'bbcode', 'ui', 'domain', 'lib'],
}

const files = import.meta.glob<string>(['./*/**/*.{ts,tsx}', '!./**/*.test.*'], { query: '?raw', import: 'default', eager: true })

it.each(Object.entries(files))('%s imports only from the layers below it', (path, source) => {
  const [, layer = '', feature = ''] = path.split('/')
  for (const [, target = '', part] of source.matchAll(/(?:from |import\()'~\/([^/']+)(?:\/([^/']+))?/g)) {
    if (target !== layer) expect(MAY_IMPORT[layer], `${path} → ${target}`).toContain(target)
    else if (layer === 'features') expect(part).toBe(feature)
  }
  // Out of its folder a file is reached by `~/…` alone; a folder is one level, but for features, ui and bbcode.
  for (const [, relative = ''] of source.matchAll(/from '((?:\.\.\/)+[^']*)'/g)) {
    const climbs = relative.split('../').length - 1
    expect(climbs, `${path}: ${relative}`).toBeLessThan(path.split('/').length - 2)
  }
})

it('a feature asks for data by queries alone, and nothing reads the environment of the build', () => {
  for (const [path, source] of Object.entries(files)) {
    if (path.startsWith('./features/')) expect(source, path).not.toContain("'~/rest/")
    expect(source, path).not.toContain('import.meta.env')
  }
})

it('nothing in src knows the demo portal', () => {
  for (const [path, source] of Object.entries(files)) expect(source, path).not.toMatch(/from '.*demo\//)
})

it('nothing is written: the build leaves out what the query client could write with', () => {
  for (const [path, source] of Object.entries(files)) expect(source, path).not.toMatch(/useMutation|useIsMutating|MutationObserver\(/)
})
