import { loadRareTags } from '~/bbcode/load-rare-tags'
import { edgePart } from './list/Edge.tsx'
import { extrasPart, filesPart } from './row/deferred-parts.ts'

/** Preloads what rows may need, after the first messages (`ui/deferred/DeferredLoads.ts`). */
export function loadParts(): void {
  filesPart.load()
  extrasPart.load()
  edgePart.load()
  loadRareTags()
}
