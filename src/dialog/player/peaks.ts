import { decodedSamples } from './decoded-size.ts'

/** Larger sounds are not decoded: decoding holds all of one in memory, and takes a while. */
const MAX_BYTES = 8 * 1024 * 1024
/** Nor are those that would become larger than this: ten minutes in two channels, a quarter of a gigabyte. */
const MAX_SAMPLES = 10 * 60 * 48_000 * 2
const SAMPLE_RATE = 8_000

/** How loud a sound is over its time. */
export interface Peaks {
  /** 0 … 1, in equal steps of time. */
  readonly heights: readonly number[]
  /** Seconds. */
  readonly duration: number
}

const known = new WeakMap<Blob, Promise<Peaks | null>>()

async function measure(blob: Blob, count: number): Promise<Peaks | null> {
  if (blob.size > MAX_BYTES) return null
  try {
    const bytes = await blob.arrayBuffer()
    const samples = decodedSamples(new Uint8Array(bytes))
    if (samples === null || samples > MAX_SAMPLES) return null
    return heightsOf(await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes), count)
  } catch {
    // A format that the browser plays but cannot decode: shown without its waveform.
    return null
  }
}

function heightsOf(sound: AudioBuffer, count: number): Peaks {
  const samples = sound.getChannelData(0)
  const step = sound.length / count
  const loud = Array.from({ length: count }, (_, at) => {
    let most = 0
    for (let sample = Math.floor(at * step); sample < Math.floor((at + 1) * step); sample++)
      most = Math.max(most, Math.abs(samples[sample] ?? 0))
    return most
  })
  const most = Math.max(...loud, 0.01)
  return { duration: sound.duration, heights: loud.map((height) => height / most) }
}

/** @param count of heights */
export function peaksOf(blob: Blob, count: number): Promise<Peaks | null> {
  const peaks = known.get(blob) ?? measure(blob, count)
  known.set(blob, peaks)
  return peaks
}
