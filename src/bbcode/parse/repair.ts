import type { Token } from './tokenize.ts'

const ENCODED: Readonly<Record<string, string>> = { '%5b': '[', '%5d': ']', '%27': "'" }
/** A link's address with the characters restored that the server encodes. */
const decoded = (address: string): string => address.replaceAll(/%5b|%5d|%27/gi, (code) => ENCODED[code.toLowerCase()] ?? code)

const ADDRESS = /^https?:\/\/\S+$/i

/**
 * Restores closing tags that the server took for part of a bare link: `[b]https://x.example[/b]` arrives as
 * `[b][URL=https://x.example%5B/b%5D]https://x.example[/b][/URL]` (`docs/bitrix24/bbcode.md` §1.3). The link then ends before them.
 */
export function repairLinks(text: string, tokens: readonly Token[]): readonly Token[] {
  if (!tokens.some((token) => token.name === 'url')) return tokens
  const repaired: Token[] = []
  let link = -1
  let swallowed = -1
  /** How many tags of a name are open inside of the link. */
  let openInside = new Map<string, number>()
  for (const token of tokens) {
    if (token.type === 'open' && token.name === 'url') {
      if (link === -1) {
        link = repaired.length
        swallowed = -1
        openInside = new Map()
      }
    } else if (link !== -1 && token.type === 'open') openInside.set(token.name, (openInside.get(token.name) ?? 0) + 1)
    else if (link !== -1 && token.type === 'close' && token.name !== 'url') {
      const open = openInside.get(token.name) ?? 0
      if (open > 0) openInside.set(token.name, open - 1)
      else if (swallowed === -1) swallowed = repaired.length
    } else if (link !== -1 && token.type === 'close') {
      const opener = repaired[link]
      const first = swallowed === -1 ? undefined : repaired[swallowed]
      const label = opener && first ? text.slice(opener.end, token.start) : ''
      if (opener && first && ADDRESS.test(label) && (opener.value === '' || decoded(opener.value) === decoded(label))) {
        repaired[link] = { ...opener, value: text.slice(opener.end, first.start) }
        repaired.splice(swallowed, 0, { ...token, start: first.start, end: first.start })
        repaired.push({ ...token, type: 'gone' })
        link = -1
        continue
      }
      link = -1
    }
    repaired.push(token)
  }
  return repaired
}
