import type { ChatFile } from '~/domain/message/chat-file'

export const MAX_WIDTH = 460
const MAX_HEIGHT = 590
const MIN_SIDE = 48

/** The box of a picture before it has loaded, px, as large as the messenger shows it at most; a fixed one when the portal does not know the size. */
export function pictureSize({ size, videoNote }: Pick<ChatFile, 'size' | 'videoNote'>): {
  readonly width: number
  readonly height: number
} {
  if (videoNote) return { width: 240, height: 240 }
  if (!size) return { width: 320, height: 180 }
  const scale = Math.min(1, MAX_WIDTH / size.width, MAX_HEIGHT / size.height)
  return { width: Math.max(MIN_SIDE, Math.round(size.width * scale)), height: Math.max(MIN_SIDE, Math.round(size.height * scale)) }
}

/** Preferred height of an album's rows, px. */
export const ALBUM_ROW = 190
/** A picture that is longer or wider than this is cut in an album. */
const MIN_RATIO = 0.6
const MAX_RATIO = 2.4
const UNKNOWN_RATIO = 4 / 3

/** Width by height of a picture's place in an album. */
export function ratioOf({ size, videoNote }: Pick<ChatFile, 'size' | 'videoNote'>): number {
  if (videoNote) return 1
  return size ? Math.min(MAX_RATIO, Math.max(MIN_RATIO, size.width / size.height)) : UNKNOWN_RATIO
}
