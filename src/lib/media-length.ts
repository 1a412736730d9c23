/** What is known of the bytes of a sound or a film. */
export interface MediaBytes {
  /** From its first byte on. */
  readonly head: Uint8Array
  /** Up to its last byte; the head itself where that is all of it, null where it was not read. */
  readonly tail: Uint8Array | null
  /** Of all of it; null when unknown. */
  readonly sizeBytes: number | null
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Where some letters stand; -1 where they do not. */
function find(bytes: Uint8Array, letters: string, from = 0): number {
  const wanted = Array.from(letters, (letter) => letter.charCodeAt(0))
  for (let at = from; at <= bytes.length - wanted.length; at++) if (wanted.every((code, next) => bytes[at + next] === code)) return at
  return -1
}

function findLast(bytes: Uint8Array, letters: string): number {
  let last = -1
  for (let at = find(bytes, letters); at >= 0; at = find(bytes, letters, at + 1)) last = at
  return last
}

/** WAV: how many bytes a second takes, and how many there are. */
function wavLength({ head, sizeBytes }: MediaBytes): number | null {
  const [format, data] = [find(head, 'fmt '), find(head, 'data')]
  if (format < 0 || data < 0) return null
  const given = view(head).getUint32(data + 4, true)
  // A recorder that did not come back to write the length leaves none, or the greatest.
  const bytes = given > 0 && given < 0xff_ff_ff_00 ? given : (sizeBytes ?? 0) - data - 8
  return bytes / view(head).getUint32(format + 16, true)
}

/** Ogg: the last page says how many samples there were. Opus always counts 48,000 a second. */
function oggLength({ head, tail }: MediaBytes): number | null {
  if (tail === null) return null
  const page = findLast(tail, 'OggS')
  const vorbis = find(head, '\u0001vorbis')
  const rate = vorbis >= 0 ? view(head).getUint32(vorbis + 12, true) : find(head, 'OpusHead') >= 0 ? 48_000 : null
  return page < 0 || rate === null ? null : Number(view(tail).getBigUint64(page + 6, true)) / rate
}

/** MP4 and M4A: the header of the film, which stands at either end. */
function mp4Length({ head, tail }: MediaBytes): number | null {
  for (const part of [head, tail]) {
    const at = part ? find(part, 'mvhd') + 4 : 3
    if (!part || at === 3) continue
    const wide = part[at] === 1
    const scale = view(part).getUint32(at + (wide ? 20 : 12))
    return (wide ? Number(view(part).getBigUint64(at + 24)) : view(part).getUint32(at + 16)) / scale
  }
  return null
}

/** WebM: a number of units, each of so many nanoseconds. What a browser has recorded has none. */
function webmLength({ head }: MediaBytes): number | null {
  const scaleAt = find(head, '\u002a\u00d7\u00b1\u0083')
  const nanoseconds = scaleAt < 0 ? 1_000_000 : view(head).getUint32(scaleAt + 3) & 0xff_ff_ff
  const [short, long] = [find(head, '\u0044\u0089\u0084'), find(head, '\u0044\u0089\u0088')]
  const units = short >= 0 ? view(head).getFloat32(short + 3) : long >= 0 ? view(head).getFloat64(long + 3) : null
  return units === null ? null : (units * nanoseconds) / 1e9
}

const MP3_RATES = [44_100, 48_000, 32_000]
const MP3_KBITS = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const MP3_LOW_KBITS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]

/** MP3: as many frames as the first one says, or as fit into its size at an even rate. */
function mp3Length({ head, sizeBytes }: MediaBytes): number | null {
  // A tag in front gives its size in four times seven bits.
  const tag = find(head.subarray(0, 3), 'ID3') === 0 ? 10 + [6, 7, 8, 9].reduce((size, at) => size * 128 + (head[at] ?? 0), 0) : 0
  const [sync = 0, kind = 0, rates = 0] = head.subarray(tag, tag + 3)
  // Layer III alone; the kind of MPEG is 3 for the first one.
  const [mpeg, kbit, rate] = [(kind >> 3) & 3, rates >> 4, MP3_RATES[(rates >> 2) & 3]]
  if (sync !== 0xff || kind >> 5 !== 7 || mpeg === 1 || ((kind >> 1) & 3) !== 1 || rate === undefined) return null
  const first = mpeg === 3
  const samplesPerSecond = rate / (first ? 1 : mpeg === 2 ? 2 : 4)
  const counted = Math.max(find(head.subarray(0, tag + 200), 'Xing', tag), find(head.subarray(0, tag + 200), 'Info', tag))
  if (counted >= 0 && (head[counted + 7] ?? 0) & 1) return (view(head).getUint32(counted + 8) * (first ? 1152 : 576)) / samplesPerSecond
  const kbits = (first ? MP3_KBITS : MP3_LOW_KBITS)[kbit] ?? 0
  return sizeBytes === null || kbits === 0 ? null : ((sizeBytes - tag) * 8) / (kbits * 1000)
}

const KINDS: readonly (readonly [letters: string, at: number, length: (bytes: MediaBytes) => number | null])[] = [
  ['RIFF', 0, wavLength],
  ['OggS', 0, oggLength],
  ['ftyp', 4, mp4Length],
  ['\u001aE\u00df\u00a3', 0, webmLength],
  ['', 0, mp3Length],
]

/** How long a sound or a film is, seconds; null where these bytes do not tell. Whatever the bytes are, nothing is thrown. */
export function mediaLength(bytes: MediaBytes): number | null {
  const read = KINDS.find(([letters, at]) => find(bytes.head.subarray(at, at + letters.length), letters) === 0)?.[2]
  try {
    const seconds = read?.(bytes) ?? null
    return seconds !== null && seconds > 0 && Number.isFinite(seconds) ? seconds : null
  } catch {
    // Cut off in the middle of a number.
    return null
  }
}

/** Whether the end of it has to be read too: that of Ogg counts, and that of an MP4 whose head has no header. */
export const needsTail = (head: Uint8Array): boolean =>
  find(head.subarray(0, 4), 'OggS') === 0 || (find(head.subarray(4, 8), 'ftyp') === 0 && find(head, 'mvhd') < 0)
