import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { HELP_DOCUMENTS } from '../vite/help-page.ts'

const read = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const exists = (path: string): boolean => existsSync(fileURLToPath(new URL(`../${path}`, import.meta.url)))

it('the image runs as nobody in particular, says whether it is well, and holds two packages alone', () => {
  const [build = '', run = ''] = read('Dockerfile')
    .split(/^FROM /m)
    .slice(1)
  expect(build).toContain('npm ci')
  expect(run).toMatch(/^USER (?!root)/m)
  expect(run).toMatch(/^HEALTHCHECK /m)
  // As an argument list the server gets the signal itself, and can end in peace.
  expect(run).toMatch(/^CMD \[/m)
  const { dependencies } = JSON.parse(read('../package.json')) as { dependencies: Record<string, string> }
  const packages = [...run.matchAll(/node_modules\/(\S+) /g)].map(([, name = '']) => name)
  for (const name of packages)
    expect(
      Object.keys(dependencies).some((known) => known === name || known.startsWith(`${name}/`)),
      name,
    ).toBe(true)
})

it('what the build needs is in the context, and nothing else is', () => {
  const kept = read('Dockerfile.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1))
  for (const path of kept) expect(exists(path), path).toBe(true)
  for (const path of [
    ...Object.values(HELP_DOCUMENTS),
    'src',
    'hosting',
    'vite',
    'public',
    'index.html',
    'package-lock.json',
    'vite.config.ts',
  ])
    expect(kept).toContain(path)
  expect(read('Dockerfile.dockerignore').startsWith('*\n')).toBe(true)
})
