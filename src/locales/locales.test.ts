import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createI18n } from '~/ui/i18n'
import { languages, loadLaterTexts } from '~/ui/language'

const read = (file: string): Map<string, string> => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8')
  return new Map([...text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, id = '', translation = '']) => [id, translation]))
}
const first = (language: string) => read(`./${language}.po`)
const later = (language: string) => read(`./later-${language}.po`)
const catalogue = (language: string) => new Map([...first(language), ...later(language)])

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*', '!./text-ids.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
})
const source = Object.values(sources).join('\n')

/** The source of `entry` and of everything it imports statically. */
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

  it('have ids that the compiler knows', async () => {
    const ids = [...catalogue('en').keys()].toSorted()
    await expect(`// Made of the English texts: \`npx vitest run src/locales --update\` when one has come or gone.

/** Names of all texts of the interface. */
export type TextId =
${ids.map((id) => `  | '${id}'`).join('\n')}
`).toMatchFileSnapshot('./text-ids.ts')
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

  it('say in English when somebody was seen last as it is said there', async () => {
    const { t } = createI18n('en', await loadLaterTexts('en'))
    expect(t('person.lastActive', { on: 'time', date: '14:05' })).toBe('Last seen at 14:05')
    expect(t('person.lastActive', { on: 'day', date: 'Friday' })).toBe('Last seen on Friday')
  })

  it('count in Russian as Russians do', async () => {
    const { t } = createI18n('ru', await loadLaterTexts('ru'))
    expect([1, 2, 5, 11, 21, 1_000, 1_000_022].map((count) => t('header.members', { count }))).toEqual([
      '1 участник',
      '2 участника',
      '5 участников',
      '11 участников',
      '21 участник',
      '1\u00a0000 участников',
      '1\u00a0000\u00a0022 участника',
    ])
  })
})
