import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages, loadLanguage } from '~/ui/i18n'

const catalogue = (language: string): Map<string, string> => {
  const text = readFileSync(new URL(`./${language}.po`, import.meta.url), 'utf8')
  return new Map([...text.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, id = '', translation = '']) => [id, translation]))
}

const sources = import.meta.glob<string>(['../**/*.{ts,tsx}', '!../**/*.test.*'], { query: '?raw', import: 'default', eager: true })
const source = Object.values(sources).join('\n')

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
    for (const id of catalogue('en').keys()) {
      const prefix = id.slice(0, id.lastIndexOf('.') + 1)
      expect(source.includes(`'${id}'`) || source.includes(`\`${prefix}\${`), id).toBe(true)
    }
  })

  it('count in Russian as Russians do', async () => {
    const i18n = await loadLanguage('ru')
    expect([1, 2, 5, 21].map((count) => i18n._('header.members', { count }))).toEqual([
      '1 участник',
      '2 участника',
      '5 участников',
      '21 участник',
    ])
  })
})
