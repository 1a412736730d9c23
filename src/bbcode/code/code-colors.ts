import { getOrMake } from '~/lib/get-or-make'
import { Lru } from '~/lib/Lru'
import { kinds, type CodeKind, type CodeRange } from './code-kinds.ts'

/** Longer ones stay as they are. */
const MAX_LENGTH = 20_000

const known = new Lru<string, Promise<readonly CodeRange[]>>(100)
const waiting = new Map<number, (ranges: readonly CodeRange[]) => void>()
let worker: Worker | null = null
let asked = 0

function ask(code: string): Promise<readonly CodeRange[]> {
  if (!worker) {
    worker = new Worker(new URL('./code.worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; ranges: readonly CodeRange[] }>) => {
      waiting.get(data.id)?.(data.ranges)
      waiting.delete(data.id)
    })
    // The code then stays without colours.
    worker.addEventListener('error', () => {
      for (const answer of waiting.values()) answer([])
      waiting.clear()
    })
  }
  const id = asked++
  const answer = new Promise<readonly CodeRange[]>((resolve) => waiting.set(id, resolve))
  worker.postMessage({ id, code })
  return answer
}

const rangesOf = (code: string): Promise<readonly CodeRange[]> => getOrMake(known, code, () => ask(code))

const nameOf = (kind: CodeKind): string => `code-${kind}`

/**
 * Colours the code that stands in an element, as soon as its language has been guessed. Nothing is added to the page for
 * it, so nothing moves. @returns removes the colours
 */
export function colorCode(element: HTMLElement, code: string): () => void {
  // Browsers without the CSS Custom Highlight API show it plain.
  if (!('highlights' in CSS) || code.length > MAX_LENGTH) return () => {}
  let wanted = true
  const shown: { readonly kind: CodeKind; readonly range: Range }[] = []
  void rangesOf(code).then((ranges) => {
    const text = element.firstChild
    if (!wanted || !(text instanceof Text) || text.data !== code) return
    for (const { kind, start, end } of ranges) {
      const range = document.createRange()
      range.setStart(text, start)
      range.setEnd(text, end)
      shown.push({ kind, range })
      CSS.highlights.get(nameOf(kind))?.add(range)
    }
  })
  return () => {
    wanted = false
    for (const { kind, range } of shown) CSS.highlights.get(nameOf(kind))?.delete(range)
  }
}

if ('highlights' in CSS) for (const kind of kinds) CSS.highlights.set(nameOf(kind), new Highlight())
