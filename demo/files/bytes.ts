import { readFileSync } from 'node:fs'
import { actPdf } from './pdf.ts'
import { landscapePng } from './png.ts'

const asset = (name: string) => readFileSync(new URL(`../assets/${name}`, import.meta.url))

export interface FileBytes {
  readonly type: string
  readonly bytes: Buffer
}

const MAX_SIDE = 2_400
/** How many pictures are kept, of some 40 kB each. */
const KEPT = 500
const cache = new Map<string, FileBytes>()

/**
 * Real bytes of a file of the demo portal, from the query of its address; null for a file that is not
 * there. `maxSide` scales a picture down, as a preview does.
 */
export function fileBytes(query: URLSearchParams, maxSide: number): FileBytes | null {
  const id = Number(query.get('fileId'))
  if (!Number.isSafeInteger(id) || id <= 0) return null
  switch (query.get('kind') ?? '') {
    case 'image': {
      const width = Math.max(1, Math.min(MAX_SIDE, Number(query.get('w')) || 640))
      const height = Math.max(1, Math.min(MAX_SIDE, Number(query.get('h')) || 480))
      const scale = Math.min(1, maxSide / Math.max(width, height))
      const key = `${id} ${maxSide}`
      const cached = cache.get(key)
      if (cached) return cached
      const made = {
        type: 'image/png',
        bytes: landscapePng(id, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))),
      }
      cache.set(key, made)
      if (cache.size > KEPT) cache.delete(cache.keys().next().value as string)
      return made
    }
    case 'voice':
      return { type: 'audio/ogg', bytes: asset('voice.ogg') }
    case 'video':
      return { type: 'video/webm', bytes: asset('video.webm') }
    case 'videoNote':
      return { type: 'video/webm', bytes: asset('video-note.webm') }
    case 'pdf':
      return { type: 'application/pdf', bytes: actPdf(id % 10_000) }
    case 'sheet':
    case 'zip':
      // An empty archive: valid as zip, which xlsx is.
      return { type: 'application/octet-stream', bytes: Buffer.from('504b0506000000000000000000000000000000000000', 'hex') }
    default:
      return null
  }
}
