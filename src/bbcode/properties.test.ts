import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedText, foldPhrase } from '~/lib/text/fold-text'
import { findHits } from './text/hits.ts'
import { MAX_DEPTH, isLeaf, type MessageNode, type TextLeaf } from './parse/message-tree.ts'
import { plainText, previewText } from './text/plain-text.ts'
import { inner, readable, words } from '~/testing/rendering'
import { disguisedHost } from './text/disguised-host.ts'
import { safeUrl } from './text/safe-url.ts'
import { tokenize } from './parse/tokenize.ts'
import { MAX_EMOJI, MAX_LENGTH, MAX_NODES, parseMessage } from './parse/tree.ts'

const DASHES = '-'.repeat(54)
const HEADER = 'Anna [09:43] #chat1489/5'

const PIECES = [
  ...['b', 'i', 'u', 's', 'url', 'send', 'put', 'call', 'table', 'tr', 'td', 'list'].flatMap((name) => [
    `[${name}]`,
    `[/${name.toUpperCase()}]`,
  ]),

  '[url=',
  '[url=https://a.example/?p[1]=2]',
  '[url=javascript:alert(1)]',
  '[url=//evil.example]',
  ']',
  '[',
  '[/',
  '[]',
  '[CODE]',
  '[/CODE]',

  '[user=503]',
  '[user=503 REPLACE]',
  '[user=0]',
  '[user=all]',
  '[/user]',
  '[chat=5]',
  '[chat=imol|5]',
  '[/chat]',
  '[br]',
  '[*]',
  '[hr]',

  '[size=20]',
  '[size=999999999]',
  '[/size]',
  '[color=#abc]',
  '[/color]',
  '[color=red]',
  '[context=chat1489/7]',
  '[/context]',
  '[pch=1]',
  '[/pch]',

  '[disk=1]',
  '[rating=3]',
  '[like]',
  '[timestamp=1772700000 format=LONG_TIME_FORMAT]',
  '[icon=https://i.example/i.png title=t]',
  '[icon=]',

  '[img size=small]',
  '[img size=large alt=x]',
  '[/img]',
  'https://i.example/x.png',
  'https://x.example/a(b).',
  'data:text/html,x',
  '\tvbscript:x',

  '\n',
  '\r\n',
  '>>',
  '\n>>',
  '\n>>>>',
  `\n${DASHES}\n`,
  `${DASHES}\n${HEADER}\n`,
  '/me ',
  '/loud ',
  'слово',
  'word',
  ' ',
  '<script>',
  '&amp;',
  '\u202e',
  '👍',
  '\u0000',
]
const pieces = fc.constantFrom(...PIECES)
const hostile = fc.oneof(
  { weight: 4, arbitrary: fc.array(pieces, { maxLength: 50 }).map((list) => list.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.toWellFormed()) },
)
const extended = fc.boolean()
const runs = { numRuns: 600 }

const leavesOf = (nodes: readonly MessageNode[]): TextLeaf[] => nodes.flatMap((node) => (isLeaf(node) ? [node] : leavesOf(node.children)))
/** Those that are shown. */
const shownLeaves = (nodes: readonly MessageNode[]): TextLeaf[] =>
  nodes.flatMap((node) => (isLeaf(node) ? [node] : node.name === 'pch' ? [] : shownLeaves(node.children)))
const depthOf = (nodes: readonly MessageNode[]): number =>
  Math.max(0, ...nodes.map((node) => (isLeaf(node) ? 0 : 1 + depthOf(node.children))))
const countOf = (nodes: readonly MessageNode[]): number =>
  nodes.reduce((count, node) => count + 1 + (isLeaf(node) ? 0 : countOf(node.children)), 0)

/** What may stand between two pieces of text: tags, signs of quotes, and blanks around the message. */
const MARKUP = /^(?:\[[^\n]*?\]|\[(?:url|send|put)=[^\]]*\]|>>|-{54}|\/me |\/loud |\s)*$/i

/** Ranges of what is shown as it stands in the source: texts, and tags without an inside that is parsed. */
const rangesOf = (nodes: readonly MessageNode[]): { start: number; end: number }[] =>
  nodes.flatMap((node) => (isLeaf(node) || (node.children.length === 0 && node.text !== '') ? [node] : rangesOf(node.children)))

describe('any text', () => {
  it('has its tags one after the other, each as it is written', () => {
    fc.assert(
      fc.property(hostile, extended, (text, more) => {
        let at = 0
        for (const { start, end } of tokenize(text, more)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(text[start]).toBe('[')
          expect(text[end - 1]).toBe(']')
          at = end
        }
      }),
      runs,
    )
  })

  it('gives leaves that are slices of the source, in its order', () => {
    fc.assert(
      fc.property(hostile, extended, (text, more) => {
        let at = 0
        for (const { start, end, text: own } of leavesOf(parseMessage(text, { extended: more }).nodes)) {
          expect(own).toBe(text.slice(start, end))
          expect(start).toBeGreaterThanOrEqual(at)
          at = end
        }
      }),
      runs,
    )
  })

  it('loses no character that is not markup', () => {
    fc.assert(
      fc.property(hostile, extended, (text, more) => {
        let rest = ''
        let at = 0
        for (const { start, end } of rangesOf(parseMessage(text, { extended: more }).nodes)) {
          rest += `${text.slice(at, start)} `
          at = Math.max(at, end)
        }
        rest += text.slice(at)
        expect(rest.replaceAll(HEADER, '')).toMatch(MARKUP)
      }),
      runs,
    )
  })

  it('makes a tree no deeper than the cap', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('[b]', '[i]', '[url=https://a.example]', '[size=20]', '>>', '/me '), fc.nat(60)), {
          maxLength: 6,
        }),
        (parts) => {
          const text = `${parts.map(([piece, times]) => piece.repeat(times)).join('')}https://x.example${'[/url][/size][/i][/b]'.repeat(60)}`
          expect(depthOf(parseMessage(text).nodes)).toBeLessThanOrEqual(MAX_DEPTH)
        },
      ),
      runs,
    )
  })

  it('is drawn without an error, with allowed addresses only, and nothing of it becomes an element', () => {
    fc.assert(
      fc.property(hostile, extended, fc.boolean(), (text, more, pictures) => {
        const markup = inner(text, { richMarkup: more, showExternalImages: pictures })
        expect(markup).not.toMatch(/<(?:script|iframe|style|object|link)/i)
        expect(markup).not.toMatch(/ on\w+=/)
        for (const [, href = ''] of markup.matchAll(/ href="([^"]*)"/g)) expect(href).toMatch(/^(?:https?:|mailto:|tel:|\?)/)
        for (const [, src = ''] of markup.matchAll(/ src="([^"]*)"/g)) expect(src).toMatch(/^https?:/)
        for (const [, style = ''] of markup.matchAll(/ style="([^"]*)"/g))
          expect(style).toMatch(
            /^(?:font-size:\d{1,2}px(?:;line-height:1\.3)?|color:light-dark\(#\w{6}, #\w{6}\)|width:\d{1,3}px;height:\d{1,3}px)$/,
          )
      }),
      runs,
    )
  })

  it('reads as plain text as it reads on the screen', () => {
    fc.assert(
      fc.property(hostile, extended, fc.boolean(), (text, more, pictures) => {
        const bare = (value: string) => value.replaceAll(/\s+/g, '')
        const { nodes } = parseMessage(text, { extended: more })
        expect(bare(readable(inner(text, { richMarkup: more, showExternalImages: pictures })))).toBe(bare(plainText(nodes, words)))
        expect(previewText(nodes, words)).not.toContain('\n')
      }),
      runs,
    )
  })

  it('has what is looked for where it is said to be', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('word', 'слово', 'WORD', 'o', '[', 'dслово'), (text, phrase) => {
        const { nodes } = parseMessage(text)
        const leaves = shownLeaves(nodes)
        let at = 0
        const wanted = foldPhrase(phrase)
        for (const { start, end } of findHits(nodes, phrase)) {
          const found = foldedText(text.slice(start, end))
          // A letter that is compared as two may be found by one of them.
          expect(wanted.includes(found) || found.includes(wanted)).toBe(true)
          expect(leaves.some((leaf) => leaf.start <= start && leaf.end >= end)).toBe(true)
          expect(start).toBeGreaterThanOrEqual(at)
          at = end
        }
        for (const leaf of leaves)
          if (leaf.text.toLowerCase().includes(phrase.toLowerCase()))
            expect(findHits(nodes, phrase).some(({ start, end }) => start < leaf.end && end > leaf.start)).toBe(true)
      }),
      runs,
    )
  })
})

describe('a bomb', () => {
  const bombs: [name: string, text: string][] = [
    ['100,000 opening brackets', '['.repeat(100_000)],
    ['20,000 unclosed tags', '[b]'.repeat(20_000)],
    ['10,000 nested tags', `${'[b]'.repeat(10_000)}x${'[/b]'.repeat(10_000)}`],
    ['100,000 blanks in a link', `[url]x${' '.repeat(100_000)}[/url]`],
    ['20,000 unclosed code blocks', '[code]'.repeat(20_000)],
    ['20,000 links that do not end', '[url='.repeat(20_000)],
    ['20,000 links with closing tags inside', '[url]https://x.example[/b]'.repeat(20_000)],
    ['20,000 pictures that do not end', '[img size=small]'.repeat(20_000)],
    ['40,000 arrows', '>>'.repeat(20_000)],
    ['2,001 lines of hyphens', `${DASHES}\n`.repeat(2_001)],
    ['100,000 addresses', 'https://x.example '.repeat(100_000)],
    ['100,000 marks upon one letter', `a${'\u0301'.repeat(100_000)}`],
    ['20,000 icons with titles', `[icon=https://i.example/i.png title=${' title='.repeat(500)}]`.repeat(20)],
  ]
  it.each(bombs)('of %s does no harm', (_, text) => {
    const { nodes } = parseMessage(text)
    expect(countOf(nodes)).toBeLessThanOrEqual(MAX_NODES + MAX_DEPTH * 4)
    expect(leavesOf(nodes).reduce((length, leaf) => length + leaf.text.length, 0)).toBeLessThanOrEqual(MAX_LENGTH)
    expect(() => plainText(parseMessage(text, { whole: true, extended: true }).nodes, words)).not.toThrow()
    expect(() => inner(text)).not.toThrow()
  })
})

describe('what takes long to draw', () => {
  const cases: [string, string, number][] = [
    ['links', '[url=https://x.example]x[/url]', 200],
    ['blocks of code', '[code]x[/code]', 84],
    ['pictures', '[img size=small]https://x.example/x.png [/img]', 84],
    // The brackets around each are text.
    ['addresses of pictures', '[img]https://x.example/x.png[/img]', 154],
  ]
  it.each(cases)('is shown in part where there are thousands of them: %s', (_, one, most) => {
    const { nodes, cut } = parseMessage(one.repeat(2_000).slice(0, MAX_LENGTH))
    expect(nodes.length).toBeLessThanOrEqual(most)
    expect(cut).not.toBeNull()
    expect(parseMessage(one.repeat(70)).cut).toBeNull()
  })
  it('ends after so many emoji, and before a whole one', () => {
    for (const one of ['👍', '👍 ', 'слово ❤️ ', '🇳🇿']) {
      const { nodes, cut } = parseMessage(one.repeat(5_000))
      const shown = leavesOf(nodes)
        .map((leaf) => leaf.text)
        .join('')
      expect(shown.match(/\p{Emoji_Presentation}|\uFE0F/gu)?.length).toBeLessThanOrEqual(MAX_EMOJI)
      expect(cut).toBe(shown.length)
      expect(shown.isWellFormed()).toBe(true)
    }
    expect(parseMessage('👍'.repeat(MAX_EMOJI)).cut).toBeNull()
  })
})

describe('addresses', () => {
  it.each([
    ['javascript:alert(1)', null],
    ['java\tscript:alert(1)', null],
    ['\u0001javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['file:///etc/passwd', null],
    ['blob:https://a.example/x', null],
    ['//evil.example/x', 'https://evil.example/x'],
    ['callto:+7900', 'tel:+7900'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('%s → %s', (address, expected) => expect(safeUrl(address, 'https://acme.example')).toBe(expected))

  it.each([
    ['https://bank.example', 'https://evil.example/', 'evil.example'],
    ['bank.example/login', 'https://evil.example/', 'evil.example'],
    ['click here', 'https://evil.example/', null],
    ['https://a.example/x', 'https://a.example/y', null],
    ['www.a.example', 'http://a.example/', null],
    ['x', 'https://user:pass@evil.example/', 'evil.example'],
    // With characters that are not seen, in front of it or inside.
    ['\u200bhttps://acme.example/login', 'https://evil.example/', 'evil.example'],
    ['ht\u2060tps://ac\u00adme.example/login', 'https://evil.example/', 'evil.example'],
    ['\u200eacme.exam\u200dple', 'https://evil.example/', 'evil.example'],
    ['https://ac\u034fme.example/', 'https://evil.example/', 'evil.example'],
    // Anywhere in it.
    ['→ https://acme.example/login', 'https://evil.example/', 'evil.example'],
    ['“https://acme.example”', 'https://evil.example/', 'evil.example'],
    ['See https://acme.example', 'https://evil.example/', 'evil.example'],
    ['(https://acme.example/)', 'https://evil.example/', 'evil.example'],
    ['Go to acme.example, please', 'https://evil.example/', 'evil.example'],
    ['https://evil.example/ or https://acme.example', 'https://evil.example/', 'evil.example'],
    // In any form.
    ['http://192.168.0.1/admin', 'https://evil.example/', 'evil.example'],
    ['192.168.0.1', 'https://evil.example/', 'evil.example'],
    ['http://[::1]/admin', 'https://evil.example/', 'evil.example'],
    ['http://localhost/', 'https://evil.example/', 'evil.example'],
    ['https://intranet', 'https://evil.example/', 'evil.example'],
    ['https://acme.example@evil.test', 'https://evil.example/', 'evil.example'],
    ['acme.example@evil.example', 'https://evil.example/', 'evil.example'],
    ['https:\\\\acme.example', 'https://evil.example/', 'evil.example'],
    ['https://acme.example.', 'https://evil.example/', 'evil.example'],
    ['ａｃｍｅ．ｅｘａｍｐｌｅ', 'https://evil.example/', 'evil.example'],
    ['acme․example', 'https://evil.example/', 'evil.example'],
    ['..acme.example', 'https://evil.example/', 'evil.example'],
    ['a..acme.example', 'https://evil.example/', 'evil.example'],
    // In letters of two scripts, which look like those of one.
    ['https://аcme.example', 'https://аcme.example', 'xn--cme-5cd.example'],
    ['https://аррӏе.com', 'https://аррӏе.com', 'xn--80ak6aa92e.com'],
    ['президент.рф', 'https://президент.рф/', null],
    // What leads where it says.
    ['https://evil.example/?to=https://acme.example', 'https://evil.example/?to=https://acme.example', null],
    ['https://evil.example@evil.example/', 'https://evil.example/', null],
    ['(https://evil.example).', 'https://evil.example/', null],
    ['https://evil.example:8443/x', 'https://evil.example:8443/', null],
    ['http://[::1]:80/', 'http://[::1]/', null],
    ['Report 22.11.2026, 1.5 million', 'https://evil.example/', null],
    ['report.final.pdf', 'https://evil.example/', null],
    ['Слово.И дальше', 'https://evil.example/', null],
  ])('a label “%s” over %s tells of %s', (label, href, host) => expect(disguisedHost(label, href)).toBe(host))
})
