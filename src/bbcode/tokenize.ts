/** A piece of message text: everything between two tokens is `text`. Offsets are into the source. */
export type Token =
  | { readonly type: 'text'; readonly start: number; readonly end: number }
  | { readonly type: 'open'; readonly name: string; readonly value: string; readonly start: number; readonly end: number }
  | { readonly type: 'close'; readonly name: string; readonly start: number; readonly end: number }
  /** A tag that stands alone or whose body is not parsed; `body` is its source range. */
  | {
      readonly type: 'leaf'
      readonly name: string
      readonly body: readonly [start: number, end: number]
      readonly start: number
      readonly end: number
    }

/** What may follow a tag's name. No match: the tag is ordinary text (`bbcode.md` §3). */
const grammar: ReadonlyMap<string, RegExp> = new Map([
  ['b', /^$/],
  ['i', /^$/],
  ['u', /^$/],
  ['s', /^$/],
  ['url', /^(?:=.*)?$/s],
  ['user', /^=(?:all|\d+)(?: replace)?$/i],
  ['chat', /^=(?:imol\|)?\d+$/i],
])

const MAX_TAG_LENGTH = 4_096
const NAME = /^\/?([a-z]+)/i

/** Index of the `]` that closes the bracket at `from`, over balanced inner brackets; -1 when there is none. */
function balancedClose(text: string, from: number): number {
  let depth = 0
  const end = Math.min(text.length, from + MAX_TAG_LENGTH)
  for (let at = from; at < end; at++) {
    const char = text[at]
    if (char === '[') depth++
    else if (char === ']' && --depth === 0) return at
    else if (char === '\n') return -1
  }
  return -1
}

/** One pass from left to right; each character of the source is in exactly one token. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let textStart = 0
  let close = -1
  // Found once: a search for what is not there again for each opener would be quadratic.
  let codeEnd = -2
  const lower = text.toLowerCase()
  const push = (token: Token) => {
    if (token.start > textStart) tokens.push({ type: 'text', start: textStart, end: token.start })
    tokens.push(token)
    textStart = token.end
  }

  for (let at = text.indexOf('['); at !== -1; at = text.indexOf('[', Math.max(at + 1, textStart))) {
    if (close <= at) close = text.indexOf(']', at)
    if (close === -1) break
    let end = close
    if (end - at > MAX_TAG_LENGTH) continue
    const head = text.slice(at + 1, Math.min(end, at + 12))
    const name = NAME.exec(head)?.[1]?.toLowerCase()
    if (name === undefined) continue
    if (name === 'br' && end === at + 3) {
      push({ type: 'leaf', name, body: [end, end], start: at, end: end + 1 })
      continue
    }
    if (name === 'code' && end === at + 5) {
      if (codeEnd !== -1 && codeEnd < end) codeEnd = lower.indexOf('[/code]', end)
      if (codeEnd !== -1) push({ type: 'leaf', name, body: [end + 1, codeEnd], start: at, end: codeEnd + 7 })
      continue
    }
    const rule = grammar.get(name)
    if (!rule) continue
    if (head.startsWith('/')) {
      if (end === at + 2 + name.length) push({ type: 'close', name, start: at, end: end + 1 })
      continue
    }
    if (name === 'url') {
      const balanced = balancedClose(text, at)
      if (balanced !== -1) end = balanced
    }
    const rest = text.slice(at + 1 + name.length, end)
    if (rule.test(rest)) push({ type: 'open', name, value: rest.startsWith('=') ? rest.slice(1) : '', start: at, end: end + 1 })
  }
  if (textStart < text.length) tokens.push({ type: 'text', start: textStart, end: text.length })
  return tokens
}
