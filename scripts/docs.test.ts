import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const filesOf = (folder: string): string[] => readdirSync(join(root, folder), { recursive: true }).map((name) => join(folder, String(name)))

const documents = ['README.md', 'CONTRIBUTING.md', ...filesOf('docs').filter((name) => name.endsWith('.md'))]
const sources = ['src', 'demo', 'e2e', 'bench', 'scripts'].flatMap(filesOf).filter((name) => /\.(?:tsx?|mjs|css)$/.test(name))

/** Numbers of the sections of a page of facts, such as `1` and `1.4`. */
const sectionsOf = (page: string): Set<string> =>
  new Set([...read(`docs/bitrix24/${page}`).matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, number = '']) => number))

const sections = new Map(['rest.md', 'bbcode.md', 'placement.md'].map((page) => [page, sectionsOf(page)]))

/** Citations of facts: the page, and the numbers after each § that follows, both of a range. */
function citationsIn(text: string): { readonly page: string; readonly numbers: readonly string[] }[] {
  return [...text.matchAll(/(?<![\w-])(rest|bbcode|placement)\.md`?((?:,? ?§[\d.]+(?:–[\d.]+)?)*)/g)].map(([, page = '', cited = '']) => ({
    page: `${page}.md`,
    numbers: [...cited.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number),
  }))
}

/** An address of a heading, as the hosts of repositories make it. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

it('every fact that is cited stands in the section that is named', () => {
  let count = 0
  for (const path of [...sources, ...documents]) {
    for (const { page, numbers } of citationsIn(read(path))) {
      for (const number of numbers) expect(sections.get(page), `${path}: ${page} §${number}`).toContain(number)
      count += numbers.length
    }
  }
  expect(count).toBeGreaterThan(80)
})

it('comments name the page of a fact by its path and section', () => {
  for (const path of sources.filter((name) => name !== 'scripts/docs.test.ts')) {
    for (const [citation] of read(path).matchAll(/[\w/-]*\b(?<!-)(?:rest|bbcode|placement)\.md(?:` §\d)?/g))
      expect(citation, path).toMatch(/^docs\/bitrix24\/\w+\.md` §\d$/)
  }
})

it('every link of a document leads to a file and a heading that exist', () => {
  for (const path of documents) {
    for (const [, target = ''] of read(path).matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)) {
      const [file = '', heading] = target.split('#')
      const linked = file === '' ? path : join(dirname(path), file)
      expect(existsSync(join(root, linked)), `${path}: ${target}`).toBe(true)
      if (heading === undefined) continue
      const headings = [...read(linked).matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => slug(text))
      expect(headings, `${path}: ${target}`).toContain(heading)
    }
  }
})

it('every file and folder that a document names exists', () => {
  const names = new Set([...sources, ...readdirSync(root)].map((path) => path.split('/').at(-1)))
  for (const path of documents) {
    for (const [, name = ''] of read(path).matchAll(/`([\w./-]+\.(?:tsx?|mjs|css))`/g)) {
      const exists = name.includes('/') ? existsSync(join(root, name)) || existsSync(join(root, 'src', name)) : names.has(name)
      expect(exists, `${path}: ${name}`).toBe(true)
    }
    for (const [, folder = ''] of read(path).matchAll(
      /`((?:src|demo|e2e|bench|app|features|dialog|bbcode|queries|rest|domain|ui|lib)\/[\w./-]*)\/`/g,
    ))
      expect(existsSync(join(root, folder)) || existsSync(join(root, 'src', folder)), `${path}: ${folder}`).toBe(true)
  }
})
