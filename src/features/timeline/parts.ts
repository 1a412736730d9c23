import { loadRareTags } from '~/bbcode/load-rare-tags'
import { extrasPart, filesPart } from './row/deferred-parts.ts'

/** Preloads what rows may need, after the first messages (`ui/deferred/DeferredLoads.ts`). */
export function loadParts(): void {
  filesPart.load()
  extrasPart.load()
  loadRareTags()
}
