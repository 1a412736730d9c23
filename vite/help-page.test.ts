import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { HELP_TOPICS, MORE_TOPICS } from '../src/domain/portal/help-topics.ts'
import { HELP_DOCUMENTS, helpPage, type HelpLanguage } from './help-page.ts'
import { builtHelpPage } from './help-pages.ts'

const languages = Object.keys(HELP_DOCUMENTS) as HelpLanguage[]
const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const texts = (language: HelpLanguage): ReadonlyMap<string, string> => {
  const catalogue = read(`src/locales/${language}.po`) + read(`src/locales/later-${language}.po`)
  return new Map([...catalogue.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, id = '', text = '']) => [id, text]))
}
const idsIn = (text: string): string[] => [...text.matchAll(/<a id="([\w-]+)">/g)].map(([, id = '']) => id)
const topics = [...new Set<string>([...Object.values(HELP_TOPICS), ...MORE_TOPICS])].sort()

const sources = import.meta.glob<string>('../src/**/*.tsx', { query: '?raw', import: 'default', eager: true })

/** Texts that say what is not, and need no help: they are the help themselves, or nothing is wrong. */
const NEEDS_NONE = new Set(['requests.noClaim', 'requests.older', 'requests.dropped'])

/** Words of the portal, of browsers, and for whom an entry is. */
const BITRIX24 =
  /^(?:Administrator|Администратор|Developer resources → .*|Разработчикам → .*|.* \((?:im|rest|crm|placement|disk|imopenlines)\)|frame-ancestors|X-Frame-Options|Mixed content|40\d \S+ 50\d|A certificate|Сертификат)$/

describe('the help', () => {
  it.each(languages)('has an entry for each thing that can go wrong, and no other: %s', (language) => {
    expect(idsIn(read(HELP_DOCUMENTS[language])).sort()).toEqual(topics)
    expect(idsIn(builtHelpPage(language)).sort()).toEqual(topics)
  })

  it('knows things that can go wrong by texts that there are', () => {
    for (const id of Object.keys(HELP_TOPICS)) expect([...texts('en').keys()]).toContain(id)
  })

  it('knows each text that tells of something that is not as it was wished', () => {
    const tells =
      /couldn’t|can’t|didn’t|doesn’t|isn’t|aren’t|don’t|did not|no longer|failed|refused|denied|unavailable|missing|not (?:uploaded|available)/i
    const unknown = [...texts('en')].filter(([id, text]) => tells.test(text) && !(id in HELP_TOPICS) && !NEEDS_NONE.has(id))
    expect(unknown).toEqual([])
  })

  it('has the entries that are named without the id of a text', () => {
    const named = [
      ...Object.values(sources)
        .join('')
        .matchAll(/topic="([\w-]+)"/g),
      ...read('index.html').matchAll(/help\/\w+\.html#([\w-]+)/g),
    ]
    expect(named.length).toBeGreaterThan(3)
    for (const [, topic = ''] of named) expect(topics).toContain(topic)
  })

  it.each(languages)('speaks of what is on the screen by the words that are there: %s', (language) => {
    const shown = [...texts(language).values()]
    const bold = [...read(HELP_DOCUMENTS[language]).matchAll(/\*\*([^*]+)\*\*/g)].map(([, words = '']) => words)
    expect(bold.length).toBeGreaterThan(40)
    const others = bold.filter((words) => !shown.includes(words))
    expect(others.filter((words) => !BITRIX24.test(words))).toEqual([])
  })

  it.each(languages)('loads nothing, runs nothing and leads nowhere else: %s', (language) => {
    const page = builtHelpPage(language)
    expect(page).not.toMatch(/<script|javascript:| on\w+=|https?:\/\/(?!company\.bitrix24)[^`\s]*["']/)
    const hrefs = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, href = '']) => href)
    const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => `#${id}`))
    for (const href of hrefs) expect(ids.has(href) || ['en.html', 'ru.html', '../favicon.svg'].includes(href), href).toBe(true)
    expect(page).toContain("default-src 'none'")
  })

  it('is not built with a link to somewhere that does not come along', () => {
    expect(() => helpPage('en', '# x\n\n[x](https://elsewhere.example/)', '')).toThrow('elsewhere')
    expect(() => helpPage('en', '# x\n\n[x](javascript:alert(1))', '')).toThrow('javascript')
    expect(helpPage('en', '# x\n\n[hosting](hosting.md#nginx)', '')).toContain('hosting <code>docs/hosting.md</code>')
  })
})
