import { lateTagsPart } from '~/bbcode/render/LateTag'
import { Part } from '~/ui/deferred/part'

/** Pictures, films and tiles. */
export const filesPart = new Part(() => import('~/dialog/attachments/Files'))
/** What is rare in a row: cards, keyboards, reactions, origins, records that could not be read. */
export const extrasPart = new Part(() => import('./row/extras/Extras.tsx'))
/** The first words of a dialog. */
export const beginningPart = new Part(() => import('./list/Beginning.tsx'))
/** The day on top, and the way to the newest message. */
export const floatingPart = new Part(() => import('./list/Floating.tsx'))
/** Why a dialog could not be opened. */
export const openFailurePart = new Part(() => import('./OpenFailure.tsx'))
/** What happens at the newest end. */
export const livePart = new Part(() => import('./LiveEnd.tsx'))

/** Asks for what rows may need; it comes once parts may come (`ui/part.ts`). */
export function loadParts(): void {
  filesPart.load()
  extrasPart.load()
  livePart.load()
  lateTagsPart.load()
}
