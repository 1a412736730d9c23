import type { ChatFile } from '~/domain/chat-file'

const MAX_WIDTH = 420
const MAX_HEIGHT = 420
const MIN_SIDE = 48

/** The box of a picture before it has loaded, px; a fixed one when the portal does not know the size. */
export function pictureSize({ size, videoNote }: Pick<ChatFile, 'size' | 'videoNote'>): {
  readonly width: number
  readonly height: number
} {
  if (videoNote) return { width: 240, height: 240 }
  if (!size) return { width: 320, height: 180 }
  const scale = Math.min(1, MAX_WIDTH / size.width, MAX_HEIGHT / size.height)
  return { width: Math.max(MIN_SIDE, Math.round(size.width * scale)), height: Math.max(MIN_SIDE, Math.round(size.height * scale)) }
}
