import { rareTagsPart } from './tags/RareTag.tsx'
import { quotePlacePart } from './view/Quote.tsx'

/** Asks for what few messages have before one of them is shown. */
export function loadRareTags(): void {
  rareTagsPart.load()
  quotePlacePart.load()
}
