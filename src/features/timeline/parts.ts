import { lateTagsPart } from '~/bbcode/LateTag'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { extrasPart, filesPart } from './row/deferred-parts.ts'

/** Why a dialog could not be opened. */
export const openFailurePart = new DeferredModule(() => import('./OpenFailure.tsx'))

/** Asks for what rows may need; it comes once parts may come (`ui/deferred/DeferredModule.ts`). */
export function loadParts(): void {
  filesPart.load()
  extrasPart.load()
  lateTagsPart.load()
}
