import { ImpatientWorker } from '~/lib/ImpatientWorker'
import { Lru } from '~/lib/Lru'
import { trustedScript } from '~/ui/trusted-script'
import { kinds, type CodeKind, type CodeRange } from './code-kinds.ts'
// eslint-disable-next-line import/default -- the bundler makes it
import workerAddress from './code.worker.ts?worker&url'

/** Longer ones stay as they are. */
const MAX_LENGTH = 20_000
/** What takes longer stays as it is too: the library's patterns take for ever for some texts. Others take so long on no machine. */
const PATIENCE_MS = 5_000

const known = new Lru<string, readonly CodeRange[]>(100)
const worker = new ImpatientWorker<string, readonly CodeRange[]>(
  () => new Worker(trustedScript(new URL(workerAddress, import.meta.url).href), { type: 'module' }),
  PATIENCE_MS,
)

/** @throws when they are not wanted any more, and when the worker cannot be loaded; they are then asked for anew the next time */
async function rangesOf(code: string, signal: AbortSignal): Promise<readonly CodeRange[]> {
  const found = known.get(code) ?? (await worker.ask(code, signal)) ?? []
  known.set(code, found)
  return found
}

const nameOf = (kind: CodeKind): string => `code-${kind}`

/**
 * Colours the code that stands in an element, as soon as its language has been guessed. Nothing is added to the page for
 * it, so nothing moves. @returns removes the colours
 */
export function colorCode(element: HTMLElement, code: string): () => void {
  // Browsers without the CSS Custom Highlight API show it plain.
  if (!('highlights' in CSS) || code.length > MAX_LENGTH) return () => {}
  const gone = new AbortController()
  const shown: { readonly kind: CodeKind; readonly range: Range }[] = []
  const show = (ranges: readonly CodeRange[]) => {
    const text = element.firstChild
    if (gone.signal.aborted || !(text instanceof Text) || text.data !== code) return
    for (const { kind, start, end } of ranges) {
      const range = document.createRange()
      range.setStart(text, start)
      range.setEnd(text, end)
      shown.push({ kind, range })
      CSS.highlights.get(nameOf(kind))?.add(range)
    }
  }
  // Without the worker it stays without colours.
  rangesOf(code, gone.signal).then(show, () => {})
  return () => {
    gone.abort()
    for (const { kind, range } of shown) CSS.highlights.get(nameOf(kind))?.delete(range)
  }
}

if ('highlights' in CSS) for (const kind of kinds) CSS.highlights.set(nameOf(kind), new Highlight())
