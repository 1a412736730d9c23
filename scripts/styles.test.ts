import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('../src', import.meta.url))
/** `:has()` of any element: nothing says which ones are to be asked. */
const OF_ANY = /(?:^|[\s,>+~{])(?<!nav ):has\(/m

it('no style asks every element of the page what it has: each row that is mounted would style all of them anew', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.css'))
  expect(files.length).toBeGreaterThan(50)
  expect(files.filter((file) => OF_ANY.test(readFileSync(join(root, file), 'utf8').replaceAll(/\/\*.*?\*\//gs, '')))).toEqual([])
})
