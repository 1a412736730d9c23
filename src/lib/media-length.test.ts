import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mediaLength, needsTail } from './media-length.ts'

const asset = (name: string) => new Uint8Array(readFileSync(new URL(`../../demo/assets/${name}`, import.meta.url)))
const bytesOf = (...parts: readonly (string | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part)))
const big = (value: number) => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)
const little = (value: number) => big(value).toReversed()
const zeros = (count: number): readonly number[] => Array.from({ length: count }, () => 0)
const lengthOf = (head: Uint8Array, tail: Uint8Array | null = null, sizeBytes: number | null = null) =>
  mediaLength({ head, tail, sizeBytes })

describe('how long a sound or a film is', () => {
  it('is read from what recorders and browsers make', () => {
    const voice = asset('voice.ogg')
    expect(lengthOf(voice, voice)).toBeCloseTo(6, 0)
    expect(lengthOf(asset('video.webm').subarray(0, 16_384))).toBeCloseTo(5, 0)
  })

  it('stands at the end of Ogg, and is not known without it', () => {
    const voice = asset('voice.ogg')
    expect(needsTail(voice.subarray(0, 4_000))).toBe(true)
    expect(lengthOf(voice.subarray(0, 4_000), voice.subarray(-4_000))).toBeCloseTo(6, 0)
    expect(lengthOf(voice.subarray(0, 4_000))).toBeNull()
  })

  it('is what the header of an MP4 says, wherever that stands', () => {
    const header = bytesOf('mvhd', zeros(12), big(1_000), big(90_500))
    const wide = bytesOf('mvhd', [1], zeros(19), big(600), big(0), big(54_000))
    const start = bytesOf(big(24), 'ftypM4A ')
    expect(lengthOf(bytesOf([...start], [...header]))).toBe(90.5)
    expect(lengthOf(bytesOf([...start], [...wide]))).toBe(90)
    expect(needsTail(start)).toBe(true)
    expect(lengthOf(start, header)).toBe(90.5)
    expect(lengthOf(start, null)).toBeNull()
  })

  it('is the number of frames of an MP3, or what fits into it at an even rate', () => {
    // MPEG 1, layer III, 128 kbit/s, 44,100 Hz.
    const frame = [0xff, 0xfb, 0x90, 0x00]
    expect(lengthOf(bytesOf(frame, zeros(200)), null, 1_600_000)).toBeCloseTo(100, 5)
    expect(lengthOf(bytesOf(frame, zeros(32), 'Xing', big(1), big(3_829), zeros(100)))).toBeCloseTo(100, 0)
    expect(lengthOf(bytesOf('ID3', [4, 0, 0, 0, 0, 0, 10], zeros(10), frame, zeros(200)), null, 160_020)).toBeCloseTo(10, 5)
    expect(lengthOf(bytesOf(frame, zeros(200)))).toBeNull()
  })

  it('is how often the bytes of a second fit into a WAV', () => {
    const wav = bytesOf('RIFF', little(36), 'WAVEfmt ', little(16), zeros(8), little(8_000), zeros(4), 'data', little(20_000))
    expect(lengthOf(wav)).toBe(2.5)
  })

  it('is not known of anything else', () => {
    for (const bytes of [bytesOf(), bytesOf('RIFF'), bytesOf('OggS'), bytesOf(big(8), 'ftyp'), bytesOf('%PDF-1.7', zeros(400))])
      expect(lengthOf(bytes, bytes, 1_000)).toBeNull()
  })
})
