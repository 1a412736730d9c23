import type { ChatFile } from '~/domain/message/chat-file'
import { ALBUM_ROW, MAX_WIDTH, ratioOf } from './picture-size.ts'

/** More of even the narrowest pictures make no good row: what a hostile message brings takes time in proportion. */
const MAX_IN_ROW = 10

interface AlbumRow<T> {
  readonly pictures: readonly T[]
  /** Its width by its height. */
  readonly ratio: number
}

/**
 * The pictures of an album row by row, so that all rows are as wide as the album and as nearly as possible of one height.
 *
 * @param pictures in their order
 */
export function albumOf<T extends Pick<ChatFile, 'size' | 'videoNote'>>(pictures: readonly T[]): readonly AlbumRow<T>[] {
  let best: { readonly cost: number; readonly rows: readonly AlbumRow<T>[] } = { cost: 0, rows: [] }
  /** The cheapest way to lay out the first 0, 1, 2, … pictures. */
  const bests = [best]
  for (let end = 1; end <= pictures.length; end++) {
    best = { cost: Infinity, rows: [] }
    let ratio = 0
    for (let start = end - 1; start >= Math.max(0, end - MAX_IN_ROW); start--) {
      ratio += ratioOf(pictures[start] as T)
      const before = bests[start]
      const cost = (before?.cost ?? 0) + Math.log(MAX_WIDTH / ratio / ALBUM_ROW) ** 2
      if (cost < best.cost) best = { cost, rows: [...(before?.rows ?? []), { pictures: pictures.slice(start, end), ratio }] }
    }
    bests.push(best)
  }
  return best.rows
}
