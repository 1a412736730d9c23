import { hasTextAt } from '~/lib/text/has-text-at'

/**
 * How many samples a sound is once it is decoded, counted from its packets without decoding one: a few kilobytes of silence can be
 * days of it. Where a format says less than that, the most it may be.
 */
export function decodedSamples(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (hasTextAt(view, 0, 'OggS')) return samplesOfOpus(view)
    if (hasTextAt(view, 0, 'RIFF') && hasTextAt(view, 8, 'WAVE')) return samplesOfWave(view)
    if (hasTextAt(view, 4, 'ftyp')) return samplesOfMp4(view)
    return hasTextAt(view, 0, 'ID3') || mp3Frame(view, 0) ? samplesOfMp3(view) : null
  } catch {
    // Cut off in the middle of what tells the size.
    return null
  }
}

/** Milliseconds of the frames of a packet by the first five bits of its first byte; RFC 6716 §3.1. */
function opusFrameMs(config: number): number {
  if (config < 12) return [10, 20, 40, 60][config % 4] ?? 60
  if (config < 16) return config % 2 === 0 ? 10 : 20
  return [2.5, 5, 10, 20][config % 4] ?? 20
}

function opusPacketMs(view: DataView, at: number, length: number): number {
  if (length === 0) return 0
  const toc = view.getUint8(at)
  const frames = [1, 2, 2, length > 1 ? view.getUint8(at + 1) & 63 : 1][toc & 3] ?? 2
  return opusFrameMs(toc >> 3) * frames
}

/** An Ogg file with one stream of Opus, as recorders write it: RFC 3533, RFC 7845. */
function samplesOfOpus(view: DataView): number | null {
  let ms = 0
  let channels: number | null = null
  let packet = 0
  /** Whether the packet at the end of the page before goes on in this one; its first byte was there. */
  let isOpen = false
  for (let page = 0; hasTextAt(view, page, 'OggS');) {
    const segments = view.getUint8(page + 26)
    let at = page + 27 + segments
    let length = 0
    for (let segment = 0; segment < segments; segment++) {
      const lace = view.getUint8(page + 27 + segment)
      length += lace
      const isLast = segment === segments - 1
      if (lace === 255 && !isLast) continue
      if (packet === 0) {
        if (!hasTextAt(view, at, 'OpusHead')) return null
        channels = view.getUint8(at + 9)
      } else if (packet > 1 && !isOpen) ms += opusPacketMs(view, at, length)
      isOpen = lace === 255
      if (!isOpen) packet++
      at += length
      length = 0
    }
    page = at
  }
  return channels === null ? null : ms * 48 * channels
}

function samplesOfWave(view: DataView): number | null {
  for (let chunk = 12; chunk + 24 <= view.byteLength; chunk += 8 + view.getUint32(chunk + 4, true)) {
    if (!hasTextAt(view, chunk, 'fmt ')) continue
    const format = view.getUint16(chunk + 8, true)
    const bits = view.getUint16(chunk + 22, true)
    // Whole numbers, fractions, and the longer header of either; others are compressed.
    return [1, 3, 0xfffe].includes(format) && bits >= 8 ? view.byteLength / (bits / 8) : null
  }
  return null
}

const V1_KBPS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const V2_KBPS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const HERTZ = [44_100, 48_000, 32_000]

interface Mp3Frame {
  readonly bytes: number
  readonly samples: number
}

/** The frame of MPEG layer III that begins here; null for none. */
function mp3Frame(view: DataView, at: number): Mp3Frame | null {
  if (at + 4 > view.byteLength) return null
  const head = view.getUint32(at)
  // Eleven bits of ones, then the layer.
  if (head >>> 21 !== 0x7ff || ((head >>> 17) & 3) !== 1) return null
  const version = (head >>> 19) & 3
  const hertz = HERTZ[(head >>> 10) & 3]
  const kbps = (version === 3 ? V1_KBPS : V2_KBPS)[(head >>> 12) & 15]
  if (version === 1 || !hertz || !kbps) return null
  const samples = version === 3 ? 1_152 : 576
  const rate = hertz / (version === 3 ? 1 : version === 2 ? 2 : 4)
  const channels = ((head >>> 6) & 3) === 3 ? 1 : 2
  return { bytes: Math.floor((samples * kbps * 125) / rate) + ((head >>> 9) & 1), samples: samples * channels }
}

function samplesOfMp3(view: DataView): number {
  let samples = 0
  let at = 0
  if (hasTextAt(view, 0, 'ID3')) for (let byte = 6; byte < 10; byte++) at = at * 128 + (view.getUint8(byte) & 127)
  while (at < view.byteLength) {
    const frame = mp3Frame(view, at)
    samples += frame?.samples ?? 0
    at += frame?.bytes ?? 1
  }
  return samples
}

/** Of a packet of AAC with doubled rate, for two channels. */
const AAC_SAMPLES = 2_048 * 2
/** Boxes and codecs that leave open how much there is: fragments, lossless silence. */
const OPEN_ENDED = ['moof', 'stz2', 'alac', 'fLaC', 'Opus']

function samplesOfMp4(view: DataView): number | null {
  let packets: number | null = null
  for (let at = 0; at + 16 <= view.byteLength; at++) {
    // Boxes are found by their names alone, wherever they lie: one too many counts against the file.
    const first = view.getUint8(at)
    if (first === 0x73 && hasTextAt(view, at, 'stsz')) packets = (packets ?? 0) + view.getUint32(at + 12)
    else if ([0x6d, 0x73, 0x61, 0x66, 0x4f].includes(first) && OPEN_ENDED.some((name) => hasTextAt(view, at, name))) return null
  }
  return packets === null ? null : packets * AAC_SAMPLES
}
