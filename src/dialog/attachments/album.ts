import type { ChatFile } from '~/domain/message/chat-file'
import { ALBUM_ROW, MAX_WIDTH, ratioOf } from './picture-size.ts'
/**
 * How many pictures each row of an album has, so that all rows are as wide as the album and as nearly as
 * possible of one height.
 *
 * @param ratios of the pictures in their order, see `ratioOf`
 */
export function albumRows(ratios: readonly number[]): number[] {
  /** Cheapest way to lay out the first n pictures: its cost, and how many of them are in the last row. */
  const best: { readonly cost: number; readonly last: number }[] = [{ cost: 0, last: 0 }]
  for (let end = 1; end <= ratios.length; end++) {
    let cheapest = { cost: Infinity, last: 1 }
    let width = 0
    for (let start = end - 1; start >= 0; start--) {
      width += ratios[start] ?? 1
      const cost = (best[start]?.cost ?? 0) + Math.log(MAX_WIDTH / width / ALBUM_ROW) ** 2
      if (cost < cheapest.cost) cheapest = { cost, last: end - start }
    }
    best.push(cheapest)
  }
  const rows: number[] = []
  for (let end = ratios.length; end > 0; end -= rows[0] ?? end) rows.unshift(best[end]?.last ?? end)
  return rows
}

/** The pictures of an album row by row. */
export function albumOf<T extends Pick<ChatFile, 'size' | 'videoNote'>>(
  pictures: readonly T[],
): { readonly pictures: readonly T[]; readonly ratio: number }[] {
  const ratios = pictures.map(ratioOf)
  let from = 0
  return albumRows(ratios).map((count) => {
    const row = {
      pictures: pictures.slice(from, from + count),
      ratio: ratios.slice(from, from + count).reduce((sum, ratio) => sum + ratio, 0),
    }
    from += count
    return row
  })
}
