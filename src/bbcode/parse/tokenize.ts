import { grammar } from './grammar.ts'

/** A tag of a text; what is between two of them is text. Offsets are into the text. */
export interface Token {
  /** `gone`: nothing is shown in its place. */
  readonly type: 'open' | 'close' | 'leaf' | 'gone'
  /** In lower case. */
  readonly name: string
  /** What follows the name of an opening or lone tag, without `=`. */
  readonly value: string
  readonly start: number
  readonly end: number
  /** Range of a body that is not parsed; empty for all others. */
  readonly bodyStart: number
  readonly bodyEnd: number
}

const MAX_TAG_LENGTH = 4_096
const LONGEST_NAME = 9

/** Where the name that begins at `start` ends: letters with a digit at most, or an asterisk. */
function nameEnd(text: string, start: number, limit: number): number {
  let at = start
  if (text.charCodeAt(at) === 42) return at + 1
  for (; at < limit; at++) {
    const code = text.charCodeAt(at) | 32
    if (code < 97 || code > 122) break
  }
  const digit = text.charCodeAt(at)
  return at > start && (digit === 49 || digit === 50) ? at + 1 : at
}

/** For each opening bracket the position of its closing one, -1 without one; brackets do not pair across lines. */
function balance(text: string): Int32Array {
  const closers = new Int32Array(text.length).fill(-1)
  let open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === 91) open.push(at)
    else if (char === 93) {
      const opener = open.pop()
      if (opener !== undefined) closers[opener] = at
    } else if (char === 10 && open.length > 0) open = []
  }
  return closers
}

/** Positions of the closing tags of raw bodies; each is searched for once, not again for every opener. */
class Closers {
  readonly #text: string
  readonly #next = new Map<string, readonly [start: number, end: number] | null>()
  constructor(text: string) {
    this.#text = text
  }
  after(name: string, from: number): readonly [start: number, end: number] | null {
    const known = this.#next.get(name)
    if (known === null || (known && known[0] >= from)) return known
    const closer = new RegExp(`\\[/${name}\\]`, 'gi')
    closer.lastIndex = from
    const found = closer.exec(this.#text)
    const range = found ? ([found.index, closer.lastIndex] as const) : null
    this.#next.set(name, range)
    return range
  }
}

/** The tags of a text, ascending, in one pass. `extended` takes lists, tables and headings for tags too. */
export function tokenize(text: string, extended = false): Token[] {
  const tokens: Token[] = []
  let lastEnd = 0
  const push = (type: Token['type'], name: string, value: string, start: number, end: number, bodyStart = end, bodyEnd = end) => {
    tokens.push({ type, name, value, start, end, bodyStart, bodyEnd })
    lastEnd = end
  }
  let balanced: Int32Array | undefined
  let closers: Closers | undefined
  let close = -1

  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', Math.max(at + 1, lastEnd))) {
    if (close <= at) close = text.indexOf(']', at)
    if (close === -1) break
    const closing = text.charCodeAt(at + 1) === 47
    const nameStart = closing ? at + 2 : at + 1
    const nameStop = nameEnd(text, nameStart, Math.min(close, nameStart + LONGEST_NAME))
    const name = text.slice(nameStart, nameStop).toLowerCase()
    const rule = grammar.get(name)
    if (!rule || (rule.extended && !extended)) continue
    if (closing) {
      if (rule.form === 'pair' && close === nameStop) push('close', name, '', at, close + 1)
      continue
    }
    let end = close
    if (rule.brackets) {
      balanced ??= balance(text)
      const balancing = balanced[at] ?? -1
      if (balancing !== -1) end = balancing
    }
    if (end - at > MAX_TAG_LENGTH) continue
    const rest = text.slice(at + 1 + name.length, end)
    if (!rule.rest.test(rest)) continue
    const value = rest.startsWith('=') ? rest.slice(1) : rest
    if (rule.form !== 'raw') {
      push(rule.form === 'pair' ? 'open' : 'leaf', name, value, at, end + 1)
      continue
    }
    closers ??= new Closers(text)
    const closer = closers.after(name, end + 1)
    if (!closer) continue
    if (!rule.body) push('leaf', name, value, at, closer[1], end + 1, closer[0])
    else if (closer[0] - end <= MAX_TAG_LENGTH) {
      const body = text.slice(end + 1, closer[0])
      if (!rule.body.test(body)) continue
      const wrapped = /\[url/i.test(body) && !/\[\/url\]/i.test(body) && text.slice(closer[1], closer[1] + 6).toLowerCase() === '[/url]'
      push('leaf', name, value, at, closer[1] + (wrapped ? 6 : 0), end + 1, closer[0])
    }
  }
  return tokens
}
