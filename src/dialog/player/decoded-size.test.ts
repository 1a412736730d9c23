import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodedSamples } from './decoded-size.ts'

const ascii = (text: string) => [...text].map((sign) => sign.charCodeAt(0))
const long = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]
const longLe = (value: number) => long(value).toReversed()
const shortLe = (value: number) => [value & 255, value >>> 8]

/** One page of an Ogg file with whole packets. */
const page = (packets: readonly (readonly number[])[]) => [
  ...ascii('OggS'),
  ...Array.from({ length: 22 }, () => 0),
  packets.length,
  ...packets.map(({ length }) => length),
  ...packets.flat(),
]
const opusHead = (channels: number) => [...ascii('OpusHead'), 1, channels, ...Array.from({ length: 9 }, () => 0)]
const opus = (packets: readonly (readonly number[])[], channels = 1) =>
  new Uint8Array([...page([opusHead(channels)]), ...page([ascii('OpusTags')]), ...page(packets)])

const wave = (format: number, bits: number, bytes: number) =>
  new Uint8Array([
    ...ascii('RIFF'),
    ...longLe(bytes),
    ...ascii('WAVE'),
    ...ascii('fmt '),
    ...longLe(16),
    ...shortLe(format),
    ...shortLe(1),
    ...longLe(8_000),
    ...longLe(8_000),
    ...shortLe(1),
    ...shortLe(bits),
    ...ascii('data'),
    ...longLe(bytes),
    ...Array.from({ length: bytes }, () => 0),
  ])

describe('what a sound decodes to', () => {
  it('is counted from the packets of a voice note', () => {
    // A note of six seconds.
    const samples = decodedSamples(readFileSync('demo/assets/voice.ogg'))
    expect(Number(samples) / 48_000).toBeCloseTo(6, 0)
  })

  it('is told by each packet of Opus, however little of the file it takes', () => {
    // 20 ms; twice 60 ms; five times 20 ms; nothing.
    expect(decodedSamples(opus([[0x78, 0], [0x19, 0], [0x7b, 5], []]))).toBe((20 + 120 + 100) * 48)
    expect(decodedSamples(opus([[0x78]], 2))).toBe(20 * 48 * 2)
    const silence = opus(Array.from({ length: 200 }, () => [0x1b, 2]))
    expect(decodedSamples(silence)).toBe(200 * 120 * 48)
  })

  it('is told by each frame of MP3', () => {
    // Layer III, 128 kbit/s at 44.1 kHz, stereo, after a tag.
    const frame = [0xff, 0xfb, 0x90, 0x00, ...Array.from({ length: 413 }, () => 0)]
    expect(decodedSamples(new Uint8Array([...frame, ...frame, ...frame]))).toBe(3 * 1_152 * 2)
    expect(decodedSamples(new Uint8Array([...ascii('ID3'), 4, 0, 0, 0, 0, 0, 0, ...frame]))).toBe(1_152 * 2)
    // The least that there is: 8 kbit/s at 24 kHz, mono, 24 bytes each.
    const tiny = [0xff, 0xf3, 0x14, 0xc0, ...Array.from({ length: 20 }, () => 0)]
    expect(decodedSamples(new Uint8Array(Array.from({ length: 100 }, () => tiny).flat()))).toBe(100 * 576)
  })

  it('is as many samples as a wave file has room for', () => {
    expect(decodedSamples(wave(1, 16, 2_000))).toBeCloseTo(1_022, 0)
    expect(decodedSamples(wave(0x55, 16, 2_000))).toBeNull()
  })

  it('is at most so much for each packet of an MP4 with AAC, and unknown where the packets are elsewhere', () => {
    const file = (...boxes: number[][]) =>
      new Uint8Array([...long(16), ...ascii('ftyp'), ...ascii('M4A '), ...long(0), ...boxes.flat(), ...long(0), ...long(0), ...long(0)])
    const sizes = (count: number) => [...ascii('stsz'), ...long(0), ...long(0), ...long(count)]
    expect(decodedSamples(file(sizes(100)))).toBe(100 * 4_096)
    expect(decodedSamples(file(sizes(100), sizes(0xffff_ffff)))).toBeGreaterThan(1e12)
    for (const name of ['moof', 'alac', 'fLaC', 'stz2', 'Opus']) expect(decodedSamples(file(sizes(1), ascii(name)))).toBeNull()
    expect(decodedSamples(file())).toBeNull()
  })

  it('is unknown for all else: FLAC of some kilobytes may be days of silence', () => {
    for (const start of ['fLaC', '\u001aE\u00df\u00a3', 'caff', 'FORM', '']) expect(decodedSamples(new Uint8Array(ascii(start)))).toBeNull()
  })

  it('never fails and never takes long, whatever follows the first bytes', () => {
    const start = fc.constantFrom(
      ascii('OggS'),
      [...page([opusHead(1)])],
      [...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WAVEfmt ')],
      ascii('ID3'),
      [0xff, 0xfb],
      [0, 0, 0, 0, ...ascii('ftyp')],
    )
    fc.assert(
      fc.property(start, fc.uint8Array({ maxLength: 400 }), (first, rest) => {
        const samples = decodedSamples(new Uint8Array([...first, ...rest]))
        if (samples !== null) expect(samples).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
