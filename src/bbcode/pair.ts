import type { Token } from './tokenize.ts'

/** A node of the tree of one text; plain data. */
export type TextNode =
  | { readonly name: '#text'; readonly text: string }
  | { readonly name: string; readonly value: string; readonly text: string; readonly children: readonly TextNode[] }

const MAX_DEPTH = 32

/** Openers and closers that belong together, by name: a closer ends the latest opener of its name. */
function findPairs(tokens: readonly Token[]): ReadonlySet<number> {
  const open = new Map<string, number[]>()
  const paired = new Set<number>()
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'open') {
      const stack = open.get(token.name)
      if (stack) stack.push(index)
      else open.set(token.name, [index])
    } else if (token.type === 'close') {
      const opener = open.get(token.name)?.pop()
      if (opener !== undefined) {
        paired.add(opener)
        paired.add(index)
      }
    }
  }
  return paired
}

interface Building {
  readonly name: string
  readonly value: string
  readonly children: TextNode[]
}

/**
 * The tree of a text. A tag without its other half stays as it was typed; crossed tags are closed and
 * opened again, so that both hold for what they share; what is deeper than 32 stays as typed too.
 */
export function pair(source: string, tokens: readonly Token[]): TextNode[] {
  const paired = findPairs(tokens)
  const root: Building = { name: '#root', value: '', children: [] }
  const stack: Building[] = [root]
  /** Openers left out for their depth, by name: their closers are left out too. */
  const tooDeep = new Map<string, number>()
  const top = () => stack.at(-1) ?? root
  const addText = (text: string) => {
    if (text !== '') top().children.push({ name: '#text', text })
  }
  const closeTop = () => {
    const node = stack.pop()
    if (node) top().children.push({ name: node.name, value: node.value, text: '', children: node.children })
  }

  for (const [index, token] of tokens.entries()) {
    const typed = () => addText(source.slice(token.start, token.end))
    if (token.type === 'text') typed()
    else if (token.type === 'leaf') top().children.push({ name: token.name, value: '', text: source.slice(...token.body), children: [] })
    else if (!paired.has(index)) typed()
    else if (token.type === 'open') {
      if (stack.length > MAX_DEPTH) {
        tooDeep.set(token.name, (tooDeep.get(token.name) ?? 0) + 1)
        typed()
      } else stack.push({ name: token.name, value: token.value, children: [] })
    } else {
      const skipped = tooDeep.get(token.name) ?? 0
      if (skipped > 0) {
        tooDeep.set(token.name, skipped - 1)
        typed()
        continue
      }
      const at = stack.findLastIndex((node) => node.name === token.name)
      if (at <= 0) continue
      const crossed = stack.slice(at + 1)
      while (stack.length > at) closeTop()
      for (const node of crossed) stack.push({ name: node.name, value: node.value, children: [] })
    }
  }
  while (stack.length > 1) closeTop()
  return root.children
}
