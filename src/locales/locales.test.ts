import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages, loadLaterTexts } from '~/ui/language'
import { Texts } from '~/lib/texts'

const read = (file: string): Map<string, string> => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return new Map([...text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, id = '', translation = '']) => [id, translation]))
}
const first = (language: string) => read(`./${language}.po`)
const later = (language: string) => read(`./later/${language}.po`)
const catalogue = (language: string) => new Map([...first(language), ...later(language)])

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], { query: '?raw', import: 'default', eager: true })
const source = Object.values(sources).join('\n')

/** What `entry` is made of without the parts that load later: all that it imports in so many words. */
function staticSource(entry: string, seen = new Set<string>()): string {
  const text = sources[entry]
  if (text === undefined || seen.has(entry)) return ''
  seen.add(entry)
  const imported = [...text.matchAll(/^(?:import|export)(?! type)[^'"]*?from '([^']+)'/gm)].map(([, path = '']) => {
    const from = path.startsWith('~/') ? `../${path.slice(2)}` : new URL(path, `file:///locales/${entry}`).pathname.replace('/', '../')
    return ['', '.ts', '.tsx', '/index.ts'].map((end) => from + end).find((candidate) => candidate in sources)
  })
  return [text, ...imported.map((path) => (path === undefined ? '' : staticSource(path, seen)))].join('\n')
}

const asks = (text: string, id: string) => text.includes(`'${id}'`) || text.includes(`\`${id.slice(0, id.lastIndexOf('.') + 1)}\${`)

describe('texts', () => {
  it('are the same ids in every language, and none is empty', () => {
    const ids = [...catalogue('en').keys()]
    expect(ids.length).toBeGreaterThan(50)
    for (const language of languages) {
      expect([...catalogue(language).keys()]).toEqual(ids)
      for (const [id, text] of catalogue(language)) expect(text, `${language} ${id}`).not.toBe('')
    }
  })

  it('that the source asks for are all there', () => {
    const ids = catalogue('en')
    for (const [, id = ''] of source.matchAll(/\bt\((?:[^()']*\? )?'([\w.-]+)'/g)) expect(ids.has(id), id).toBe(true)
    for (const [, id = ''] of source.matchAll(/'(error\.[\w-]+)'/g)) expect(ids.has(id), id).toBe(true)
  })

  it('are all asked for by the source', () => {
    for (const id of catalogue('en').keys()) expect(asks(source, id), id).toBe(true)
  })

  it('that the first messages may need come with them, and only those', () => {
    const text = staticSource('../main.ts') + staticSource('../app/mount.tsx')
    expect(text.length).toBeGreaterThan(50_000)
    for (const id of first('en').keys()) expect(asks(text, id), `${id} could come later`).toBe(true)
    for (const id of later('en').keys()) expect(asks(text, id), `${id} comes too late`).toBe(false)
  })

  it('count in Russian as Russians do', async () => {
    const texts = new Texts('ru', await loadLaterTexts('ru'))
    expect([1, 2, 5, 21].map((count) => texts.get('header.members', { count }))).toEqual([
      '1 участник',
      '2 участника',
      '5 участников',
      '21 участник',
    ])
  })
})
