import { grammar } from './grammar.ts'
import type { Budget, MessageNode } from './message-tree.ts'
import type { SourceView } from './source-view.ts'
import type { Token } from './tokenize.ts'
import { TreeBuilder } from './TreeBuilder.ts'

/** Which tokens have a counterpart: a closer ends the latest opener of its name. */
function findPairs(tokens: readonly Token[]): Uint8Array {
  const open = new Map<string, number[]>()
  const paired = new Uint8Array(tokens.length)
  for (let index = 0; index < tokens.length; index++) {
    const { type, name } = tokens[index] as Token
    if (type === 'open') {
      const stack = open.get(name)
      if (!stack) open.set(name, [index])
      else if (stack.length === 0 || !grammar.get(name)?.flat) stack.push(index)
    } else if (type === 'close') {
      const opener = open.get(name)?.pop()
      if (opener !== undefined) paired[opener] = paired[index] = 1
    }
  }
  return paired
}

/**
 * The tree of a text. A tag without a counterpart stays as typed; crossed tags are closed and
 * reopened, so that both apply where they overlap; what is nested deeper than 32 stays as typed too.
 *
 * @param depth nesting depth of the text itself, in quotes
 */
export function pair(view: SourceView, tokens: readonly Token[], budget: Budget, depth = 0): MessageNode[] {
  const paired = findPairs(tokens)
  const tree = new TreeBuilder(view, budget, depth)
  /** Openers ignored for their depth, by name: their closers are ignored too. */
  const tooDeep = new Map<string, number>()
  let at = 0
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token
    tree.addText(at, token.start)
    at = token.start
    if (tree.isFull) break
    at = token.end
    if (token.type === 'gone') continue
    if (token.type === 'leaf') tree.addUnparsed(token)
    else if (paired[index] === 0) tree.addText(token.start, token.end)
    else if (token.type === 'open') {
      if (tree.isTooDeep) {
        tooDeep.set(token.name, (tooDeep.get(token.name) ?? 0) + 1)
        tree.addPlain(token.start, token.end)
      } else tree.open(token.name, token.value, token.start, token)
    } else {
      const skipped = tooDeep.get(token.name) ?? 0
      if (skipped > 0) {
        tooDeep.set(token.name, skipped - 1)
        tree.addPlain(token.start, token.end)
      } else tree.closeCrossing(token)
    }
  }
  return tree.finish(at)
}
