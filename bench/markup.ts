import { Parser } from 'bbcode-to-react'
import { BitrixParser } from '../src/bbcode/BitrixParser.ts'
import { parseMessage } from '../src/bbcode/parse/tree.ts'
import { median } from './table.ts'

/** Microseconds a message, for the package as it is and for ours. */
export interface MarkupTimes {
  readonly text: string
  readonly ours: number
  /** Null where the package takes seconds, or throws. */
  readonly stock: number | null
}

const MENTION = '[USER=503]Anna Petrova[/USER], the act is here: [URL=https://acme.example/docs/act-8061.pdf]act 8061[/URL]. '
const SENTENCE = 'Please look through it before noon, the client is waiting for our answer. '
const filled = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length)

const short = 'Ok, tomorrow at nine'
const medium = `${MENTION}${SENTENCE}`.slice(0, 160)
/** 2,000 characters with 35 tags. */
const long = filled(SENTENCE, 2_000 - 35 * 8).replaceAll(
  /\S+ /g,
  (
    (count = 0) =>
    (word: string) =>
      count++ < 35 ? `[b]${word.trim()}[/b] ` : word
  )(),
)
const dense = (length: number) => filled('[b]x[/b] ', length)
const plain = (length: number) => filled(SENTENCE, length)

const texts: readonly (readonly [name: string, text: string, stock: boolean])[] = [
  ['20 characters', short, true],
  ['160, a mention and a link', medium, true],
  ['2,000, 35 tags', long, true],
  ['20,000, 350 tags', long.repeat(10), true],
  ['10,000 plain', plain(10_000), true],
  ['100,000 plain', plain(100_000), true],
  ['10,000 dense', dense(10_000), true],
  ['100,000 dense', dense(100_000), true],
  ['100,000 [', '['.repeat(100_000), false],
  ['20,000 unclosed [b]', '[b]'.repeat(20_000), false],
  ['10,000 nested', `${'[b]'.repeat(10_000)}x${'[/b]'.repeat(10_000)}`, false],
  ['100,000 blanks in [url]', `[url]x${' '.repeat(100_000)}[/url]`, false],
]

const ROUNDS = 15
const ROUND_MS = 12

/** Microseconds a call, over enough calls to be measured. */
function once(work: () => unknown): number {
  let calls = 0
  const began = performance.now()
  let now = began
  do {
    work()
    calls++
    now = performance.now()
  } while (now - began < ROUND_MS)
  return ((now - began) * 1_000) / calls
}

interface Measured {
  readonly name: string
  readonly ours: () => unknown
  /** Null where the package takes seconds, or throws; `rare` where it takes seconds and is still measured. */
  readonly stock: (() => unknown) | null
  readonly rare: boolean
  readonly times: { readonly ours: number[]; readonly stock: number[] }
}

/**
 * Text to React elements, nothing kept from before and nothing left out. The texts and the two parsers take turns, round
 * after round: a machine that is slower for a while is slower for all of them.
 */
export function benchMarkup(): MarkupTimes[] {
  const bitrix = new BitrixParser()
  const package_ = new Parser()
  const measured = texts.map(([name, text, hasStock]): Measured => ({
    name,
    ours: () => bitrix.build(parseMessage(text, { whole: true })).toReact(),
    stock: hasStock ? () => package_.toReact(text) : null,
    rare: text.length >= 100_000 && text.startsWith('['),
    times: { ours: [], stock: [] },
  }))
  // Warm, so that both are compiled.
  for (let at = 0; at < 5; at++)
    for (const { ours, stock, rare } of measured) {
      once(ours)
      if (stock && !rare) once(stock)
    }
  for (let round = 0; round < ROUNDS; round++)
    for (const { ours, stock, rare, times } of measured) {
      times.ours.push(once(ours))
      if (stock && !(rare && round > 2)) times.stock.push(once(stock))
    }
  return measured.map(({ name, stock, times }) => ({
    text: name,
    ours: median(times.ours),
    stock: stock ? median(times.stock) : null,
  }))
}
