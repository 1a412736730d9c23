interface Size {
  readonly width: number
  readonly height: number
}

/** A page that is longer or wider than this is shown in a box of these proportions. */
const MOST = 8
/** What one page may take, px of the screen; four bytes each. */
const MAX_AREA = 4_096 * 4_096

/** Width by height of the box of a page. */
export const clampedRatio = (width: number, height: number): number => Math.min(MOST, Math.max(1 / MOST, width / height || 1))

/**
 * How much a page is enlarged to fit into its box: as it is shown, and as it is drawn on a screen with so many px to a px.
 * @param boxWidth px
 */
export function fittingScale(
  { width, height }: Size,
  boxWidth: number,
  pixelRatio: number,
): { readonly shown: number; readonly sharp: number } {
  const shown = Math.min(boxWidth / width, boxWidth / clampedRatio(width, height) / height)
  const finest = Math.sqrt(MAX_AREA / (width * height))
  return { shown, sharp: Math.min(finest, shown * Math.min(2, pixelRatio || 1)) }
}
