import { dirname, join } from 'node:path/posix'
import { expect, it } from 'vitest'

/**
 * Each folder ("room"), and the rooms that it may import from besides itself. `*` stands for all features; the folders
 * of a room that has some are rooms of their own, and its files outside of them may import from all of them.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  lib: [],
  locales: [],
  domain: ['lib'],
  'rest/decode': ['domain', 'lib'],
  'rest/client': ['rest/decode', 'domain', 'lib'],
  'rest/methods': ['rest/client', 'rest/decode', 'domain', 'lib'],
  queries: ['rest/client', 'rest/methods', 'domain', 'lib'],
  ui: ['lib', 'locales'],
  navigation: ['ui', 'domain', 'lib'],
  'bbcode/parse': ['domain', 'lib'],
  'bbcode/text': ['bbcode/parse', 'ui', 'domain', 'lib'],
  'bbcode/view': ['bbcode/text', 'bbcode/parse', 'navigation', 'ui', 'domain', 'lib'],
  'bbcode/code': ['bbcode/view', 'bbcode/text', 'bbcode/parse', 'ui', 'domain', 'lib'],
  'bbcode/tags': ['bbcode/code', 'bbcode/view', 'bbcode/text', 'bbcode/parse', 'ui', 'domain', 'lib'],
  bbcode: ['ui', 'domain', 'lib'],
  dialog: ['queries', 'bbcode', 'bbcode/view', 'bbcode/text', 'bbcode/parse', 'navigation', 'ui', 'domain', 'lib'],
  'dialog/player': ['dialog', 'queries', 'navigation', 'ui', 'domain', 'lib'],
  'dialog/side-panel': ['dialog', 'navigation', 'ui', 'domain', 'lib'],
  'dialog/saving': ['dialog', 'queries', 'ui', 'domain', 'lib'],
  'dialog/copying': ['dialog', 'queries', 'navigation', 'bbcode/view', 'bbcode/text', 'bbcode/parse', 'ui', 'domain', 'lib'],
  'dialog/finding': ['dialog', 'queries', 'bbcode/text', 'bbcode/parse', 'ui', 'domain', 'lib'],
  'dialog/attachments': ['dialog/player', 'dialog', 'queries', 'bbcode/view', 'bbcode/text', 'ui', 'domain', 'lib'],
  'features/timeline/scroll': ['dialog', 'ui', 'domain', 'lib'],
  'features/timeline/row': ['*'],
  'features/timeline/row/extras': ['features/timeline/row', '*'],
  'features/timeline/filtered': ['features/timeline/list', 'features/timeline/scroll', 'features/timeline', '*'],
  'features/timeline/list': ['features/timeline/row', 'features/timeline/scroll', '*'],
  '*': [
    'dialog',
    'dialog/player',
    'dialog/saving',
    'dialog/side-panel',
    'dialog/copying',
    'dialog/finding',
    'dialog/attachments',
    'queries',
    'bbcode',
    'bbcode/view',
    'bbcode/text',
    'bbcode/parse',
    'navigation',
    'ui',
    'domain',
    'lib',
  ],
  app: ['features', 'dialog', 'queries', 'rest', 'bbcode', 'navigation', 'ui', 'domain', 'lib'],
}

/** Exceptions still to be fixed. */
const KNOWN: readonly string[] = []

const sources = import.meta.glob<string>(['./**/*.{ts,tsx}', '!./layers.test.ts'], { query: '?raw', import: 'default', eager: true })
const outside = import.meta.glob<string>(['../{demo,e2e}/**/*.{ts,tsx,mjs,js}'], { query: '?raw', import: 'default', eager: true })

/** Paths below src that a file names: imports with and without names, dynamic ones, and addresses of modules. */
function targetsOf(path: string, source: string): string[] {
  const named = [
    ...source.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*|import\.meta\.glob[^(]*\(\s*\[?\s*)['"`]((?:~|\.{1,2})\/[^'"`$]*)/g),
  ]
  return named.map(([, target = '']) => (target.startsWith('~/') ? target.slice(2) : join(dirname(path), target)))
}

/** The room of a path below src: the longest one that the table names. */
function roomOf(path: string): string {
  const folders = path.split('/').slice(0, -1)
  for (let depth = folders.length; depth > 0; depth--) {
    const room = folders.slice(0, depth).join('/')
    if (room in MAY_IMPORT || (depth === 2 && folders[0] === 'features')) return room
  }
  return ''
}

const allowedOf = (room: string): readonly string[] => {
  const own = MAY_IMPORT[room] ?? (room.startsWith('features/') ? ['*'] : [])
  return own.flatMap((name) => (name === '*' ? (MAY_IMPORT['*'] ?? []) : [name]))
}

/** A room that has rooms of its own, such as `bbcode`, may import from them; of whom all is allowed, so are its rooms. */
const mayImport = (room: string, target: string): boolean =>
  target === room ||
  target.startsWith(`${room}/`) ||
  allowedOf(room).some((allowed) => target === allowed || (room === 'app' && target.startsWith(`${allowed}/`)))

const isTest = (path: string): boolean => path.includes('.test.') || path.startsWith('testing/')

const files = Object.entries(sources).map(([path, source]) => ({ path: path.slice(2), source }))

it('each room imports only from those that the table lists for it', () => {
  const found = files
    .filter(({ path }) => path.includes('/') && !isTest(path))
    .flatMap(({ path, source }) =>
      targetsOf(path, source)
        .filter((target) => !mayImport(roomOf(path), roomOf(target)))
        .map((target) => `${path} → ${target}`),
    )
  expect(found.filter((edge) => !KNOWN.includes(edge))).toEqual([])
})

it('out of its room a file is reached by ~ alone', () => {
  for (const { path, source } of files)
    for (const [, relative = ''] of source.matchAll(/from '((?:\.\.\/)+[^']*)'/g)) {
      const target = join(dirname(path), relative)
      expect(target.split('/')[0], `${path}: ${relative}`).toBe(path.split('/')[0])
      if (path.startsWith('features/')) expect(target.split('/')[1], `${path}: ${relative}`).toBe(path.split('/')[1])
    }
})

it('helpers for tests are for tests alone', () => {
  for (const { path, source } of files)
    if (!isTest(path)) for (const target of targetsOf(path, source)) expect(target, path).not.toMatch(/^testing\//)
})

it('nothing reads the environment of the build', () => {
  for (const { path, source } of files) if (path !== 'main.ts') expect(source, path).not.toContain('import.meta.env')
})

it('src and the demo portal know nothing of each other, and browser tests know the page alone', () => {
  for (const { path, source } of files) if (!isTest(path)) expect(source, path).not.toMatch(/['"`/]demo\//)
  // In any form: a path with `src` in it, or the alias for it.
  for (const [path, source] of Object.entries(outside)) expect(source, path).not.toMatch(/['"`](?:~\/|(?:[^'"`\s]*\/)?src\/)/)
})

it('nothing asks the query client to write: nothing is ever written to the portal', () => {
  for (const { path, source } of files) expect(source, path).not.toMatch(/\buseMutation\b|\bmutationOptions\b/)
})
