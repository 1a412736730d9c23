import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const isThere = (path: string): boolean => existsSync(join(root, path))

const byPath = (modules: Record<string, string>) => new Map(Object.entries(modules).map(([path, text]) => [path.replace('../', ''), text]))

// As modules, so that a change of any of them runs this test where only what a change concerns is run.
const documents = byPath(
  import.meta.glob<string>(['../{README,CONTRIBUTING}.md', '../docs/**/*.md'], { query: '?raw', import: 'default', eager: true }),
)
const sources = byPath(
  import.meta.glob<string>(['../{src,demo,e2e,bench,scripts,hosting,vite}/**/*.{ts,tsx,mjs}', '../*.ts', '!./docs.test.ts'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
)

const styles = Object.keys(import.meta.glob('../src/**/*.css'))

/** Numbers of the sections of each page of facts, such as `1` and `1.4`. */
const sections = new Map(
  ['rest.md', 'bbcode.md', 'placement.md'].map((page) => {
    const text = documents.get(`docs/bitrix24/${page}`) ?? ''
    return [page, [...text.matchAll(/^#{2,3} (\d+(?:\.\d+)?)\.? /gm)].map(([, number = '']) => number)]
  }),
)

/** Citations of facts: the page, and the numbers after each § that follows, both of a range. */
const citationsIn = (text: string): { readonly page: string; readonly numbers: readonly string[] }[] =>
  [...text.matchAll(/(?<![\w-])(rest|bbcode|placement)\.md`?((?:,? ?§[\d.]+(?:–[\d.]+)?)*)/g)].map(([, page = '', cited = '']) => ({
    page: `${page}.md`,
    numbers: [...cited.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number),
  }))

/** An address of a heading, as the hosts of repositories make it. */
const slug = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')

it('every fact that is cited stands in the section that is named', () => {
  let count = 0
  for (const [path, text] of [...sources, ...documents]) {
    for (const { page, numbers } of citationsIn(text)) {
      for (const number of numbers) expect(sections.get(page), `${path}: ${page} §${number}`).toContain(number)
      count += numbers.length
    }
  }
  expect(count).toBeGreaterThan(80)
})

it('comments name the page of a fact by its path and section', () => {
  for (const [path, text] of sources) {
    for (const [citation] of text.matchAll(/[\w/-]*\b(?<!-)(?:rest|bbcode|placement)\.md(?:` §\d)?/g))
      expect(citation, path).toMatch(/^docs\/bitrix24\/\w+\.md` §\d$/)
  }
})

it('every link of a document leads to a file and a heading that exist', () => {
  for (const [path, text] of documents) {
    for (const [, target = ''] of text.matchAll(/\]\((?!\w+:)([^)\s]+)\)/g)) {
      const [file = '', heading] = target.split('#')
      const linked = file === '' ? path : join(dirname(path), file)
      expect(isThere(linked), `${path}: ${target}`).toBe(true)
      if (heading === undefined) continue
      const page = documents.get(linked) ?? ''
      const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, words = '']) => slug(words.replace(/<a id="[^"]*"><\/a>/, '')))
      headings.push(...[...page.matchAll(/<a id="([\w-]+)"><\/a>/g)].map(([, id = '']) => id))
      expect(headings, `${path}: ${target}`).toContain(heading)
    }
  }
})

it('pictures are small, and each is shown somewhere', () => {
  const shown = new Set(
    [...documents.values()].flatMap((text) => [...text.matchAll(/pictures\/([\w-]+\.png)\)/g)].map(([, name = '']) => name)),
  )
  const pictures = readdirSync(join(root, 'docs/pictures'))
  expect([...shown].sort()).toEqual(pictures.toSorted())
  for (const name of pictures) expect(statSync(join(root, 'docs/pictures', name)).size, name).toBeLessThan(120_000)
})

it('every file and folder that a document names exists', () => {
  const names = new Set([...sources.keys(), ...styles, 'docs.test.ts'].map((path) => path.split('/').at(-1)))
  for (const [path, text] of documents) {
    for (const [, name = ''] of text.matchAll(/`([\w./-]+\.(?:tsx?|mjs|css))`/g)) {
      const exists = name.includes('/') ? isThere(name) || isThere(`src/${name}`) : names.has(name)
      expect(exists, `${path}: ${name}`).toBe(true)
    }
    for (const [, folder = ''] of text.matchAll(
      /`((?:src|demo|e2e|bench|app|features|dialog|bbcode|queries|rest|domain|ui|lib)\/[\w./-]*)\/`/g,
    ))
      expect(isThere(folder) || isThere(`src/${folder}`), `${path}: ${folder}`).toBe(true)
  }
})
