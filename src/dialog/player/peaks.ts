/** Larger sounds are not decoded: decoding holds all of one in memory. */
const MAX_BYTES = 8 * 1024 * 1024
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
    const sound = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(await blob.arrayBuffer())
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
  } catch {
    // A format that the browser plays but cannot decode: shown without its waveform.
    return null
  }
}

/** @param count of heights */
export function peaksOf(blob: Blob, count: number): Promise<Peaks | null> {
  const peaks = known.get(blob) ?? measure(blob, count)
  known.set(blob, peaks)
  return peaks
}
