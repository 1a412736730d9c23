import { describe, expect, it } from 'vitest'
import { estimateRow } from '~/features/timeline/row/row-estimate'
import { fakeMessage } from '~/testing/fake-message'
import { inner, words } from '~/testing/rendering'
import { parseMessage } from './parse/tree.ts'
import { linksOf } from './text/links.ts'
import { plainText } from './text/plain-text.ts'
import { disguisedHost } from './text/disguised-host.ts'

// How long a text takes is compared with an ordinary text of the same length in the same run, in turns, and by the middle of what was
// measured: a machine that is busy is busy for both.

/** Below this the clock and the collector count for more than the text does, ms. */
const FLOOR = 4
const ROUNDS = 3

const SENTENCE = 'Please look through [b]the act[/b] before noon, [URL=https://acme.example/act/8061]act 8061[/URL] is in the deal.\n'
const ordinary = (length: number): string => SENTENCE.repeat(Math.ceil(length / SENTENCE.length)).slice(0, length)

const middle = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0

function timeOf(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** Fills a length with a piece, after what stands before it. */
const filled = (length: number, piece: string, before = '', after = ''): string =>
  before + piece.repeat(Math.max(1, Math.floor((length - before.length - after.length) / piece.length))) + after

const bombs: readonly (readonly [name: string, of: (length: number) => string])[] = [
  ['code that is closed before it is opened', (length) => filled(length, '[code]', '[/code]')],
  ['the same in a quote', (length) => filled(length, '[code]', `${'-'.repeat(54)}\n[/code]`, `\n${'-'.repeat(54)}`)],
  ['links whose address does not end', (length) => filled(length, '[url=')],
  ['links whose address ends at last', (length) => filled(length, '[url=', '', ']'.repeat(100))],
  ['links in links', (length) => filled(length / 2, '[url]') + filled(length / 2, '[/url]')],
  [
    'tags of one kind in a link, closed as another',
    (length) => filled(length / 2, '[b]', '[url]') + filled(length / 2, '[/i]', '', '[/url]'),
  ],
  ['the label of a picture that is none', (length) => filled(length, '.png', '[url]https://x.example/', '!x[/url]')],
  ['the same with queries', (length) => filled(length, '.png?', '[url]https://x.example/a', ' [/url]')],
  ['pictures with sizes that are none', (length) => filled(length, ' a=[img size=small', '[img', ' x]')],
  ['the body of a picture that is none', (length) => filled(length, `[img size=small]https://x.example/${'.png?'.repeat(700)} x[/img]`)],
  ['a label of one long word', (length) => filled(length, 'a', '[url=https://x.example]', '[/url]')],
  ['a label of short words with dots', (length) => filled(length, 'a.', '[url=https://x.example]', '1[/url]')],
  ['a label of addresses without a host', (length) => filled(length, 'https://@', '[url=https://x.example]', '[/url]')],
  ['bare addresses of brackets', (length) => filled(length, 'https://x(')],
  ['bare addresses of dots', (length) => filled(length, '.', 'https://')],
  ['icons with titles', (length) => filled(length, `[icon=https://i.example/i.png title=${' title='.repeat(500)}]`)],
  ['emoji', (length) => filled(length, '👍')],
  ['brackets', (length) => filled(length, '[')],
  ['crossed tags', (length) => filled(length, '[b][i][u][/b][/i][/u]')],
  ['blanks', (length) => filled(length, ' ', 'x', 'x')],
]

const row = {
  key: '',
  day: null,
  startsDay: false,
  startsUnread: false,
  startsGroup: true,
  lostBefore: 0,
  followsMissing: false,
  alone: undefined,
}

const works: readonly (readonly [name: string, work: (text: string) => unknown])[] = [
  ['parsed', (text) => parseMessage(text, { whole: true, extended: true })],
  ['drawn', (text) => inner(text)],
  ['written as plain text', (text) => plainText(parseMessage(text, { whole: true }).nodes, words)],
  ['looked through for links', linksOf],
  ['compared with where they lead', (text) => disguisedHost(text, 'https://x.example/')],
  ['guessed in height', (text) => estimateRow({ ...row, message: fakeMessage(1, 0, { text }) }, new Map(), 600)],
]

const arrows = '>>'.repeat(31)

// How many times as long as an ordinary text any may take: one that is nothing but tags takes longer. Squares take hundreds of times.
describe.each([
  ['of 20,000 characters, in as many quotes as there may be', 25, (of: (length: number) => string) => arrows + of(20_000 - arrows.length)],
  ['of 200,000 characters', 100, (of: (length: number) => string) => of(200_000)],
])('texts %s', (_, most, made) => {
  it.each(works)('are %s in a time that grows with their length alone', (_name, work) => {
    const texts = [ordinary, ...bombs.map(([, of]) => of)].map(made)
    const rounds = Array.from({ length: ROUNDS }, () => texts.map((text) => timeOf(() => work(text))))
    const [usual = 0, ...times] = texts.map((_text, at) => middle(rounds.map((round) => round[at] ?? 0)))
    const costs = Object.fromEntries(bombs.map(([name], at) => [name, Math.round((times[at] ?? 0) / Math.max(FLOOR, usual))]))
    expect(Object.entries(costs).filter(([, cost]) => cost >= most)).toEqual([])
  })
})
