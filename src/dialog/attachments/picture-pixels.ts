import { hasTextAt } from '~/lib/text/has-text-at'

/**
 * How many pixels a picture has, by the first of its bytes; null where they do not tell. A browser needs four bytes for
 * each, however few the file has: a few kilobytes of one colour can be gigabytes.
 */
export function picturePixels(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getUint32(0) === 0x89504e47) return view.getUint32(16) * view.getUint32(20)
    if (hasTextAt(view, 0, 'GIF8')) return view.getUint16(6, true) * view.getUint16(8, true)
    if (hasTextAt(view, 0, 'BM')) return Math.abs(view.getInt32(18, true) * view.getInt32(22, true))
    if (view.getUint16(0) === 0xffd8) return pixelsOfJpeg(view)
    if (hasTextAt(view, 0, 'RIFF') && hasTextAt(view, 8, 'WEBP')) return pixelsOfWebp(view)
    return hasTextAt(view, 4, 'ftyp') ? pixelsOfAvif(view) : null
  } catch {
    // Cut off before it tells.
    return null
  }
}

function pixelsOfJpeg(view: DataView): number | null {
  for (let at = 2; ; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    if (marker < 0xff01 || marker === 0xffda) return null
    // The start of a frame, of whatever kind; C4, C8 and CC are tables.
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return view.getUint16(at + 5) * view.getUint16(at + 7)
  }
}

function pixelsOfWebp(view: DataView): number | null {
  if (hasTextAt(view, 12, 'VP8X')) return ((view.getUint32(24, true) & 0xff_ffff) + 1) * ((view.getUint32(26, true) >>> 8) + 1)
  if (hasTextAt(view, 12, 'VP8 ')) return (view.getUint16(26, true) & 0x3fff) * (view.getUint16(28, true) & 0x3fff)
  if (!hasTextAt(view, 12, 'VP8L')) return null
  const sizes = view.getUint32(21, true)
  return ((sizes & 0x3fff) + 1) * (((sizes >>> 14) & 0x3fff) + 1)
}

/** The largest of the pictures that an AVIF file is made of. */
function pixelsOfAvif(view: DataView): number | null {
  let most: number | null = null
  for (let at = 8; at + 16 <= view.byteLength; at++)
    if (view.getUint8(at) === 0x69 && hasTextAt(view, at, 'ispe'))
      most = Math.max(most ?? 0, view.getUint32(at + 8) * view.getUint32(at + 12))
  return most
}

/** A gigabyte of memory: more than the largest cameras take. What moves is held several times over. */
const MAX_PIXELS = 250_000_000
const MAX_PIXELS_MOVING = 40_000_000
/** Size, date and place of a photograph come before its pixels. */
const HEAD_BYTES = 512 * 1024

const known = new WeakMap<Blob, Promise<boolean>>()

async function measure(blob: Blob): Promise<boolean> {
  const head = new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer())
  const canMove = head[0] === 0x47 || head[0] === 0x52
  return (picturePixels(head) ?? 0) <= (canMove ? MAX_PIXELS_MOVING : MAX_PIXELS)
}

/** Whether a picture can be shown without taking more memory than a page should. */
export function isShowable(blob: Blob): Promise<boolean> {
  const showable = known.get(blob) ?? measure(blob)
  known.set(blob, showable)
  return showable
}
