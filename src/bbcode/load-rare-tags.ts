import { rareTagsPart } from './tags/RareTag.tsx'

/** Asks for the tags that few messages have before one of them is shown. */
export const loadRareTags = rareTagsPart.load
