import { describe, expect, it } from 'vitest'
import { quoteOf, transcript, transcriptTime } from './transcript.ts'

const time = transcriptTime(Date.UTC(2026, 10, 22, 13, 5), 'Europe/Berlin')

describe('what is copied', () => {
  it('has the time of its place, from the first minute of a day to the last', () => {
    expect(transcriptTime(Date.UTC(2026, 0, 5, 0, 7), 'UTC')).toBe('05.01.2026 00:07')
    expect(transcriptTime(Date.UTC(2026, 0, 5, 23, 59), 'Asia/Kolkata')).toBe('06.01.2026 05:29')
  })
  it('names time and author of every message', () => {
    expect(
      transcript([
        { time, name: 'Anna', text: 'Hello' },
        { time: transcriptTime(null, 'UTC'), name: 'Ivan', text: 'two\nlines' },
      ]),
    ).toBe('[22.11.2026 14:05] Anna: Hello\n[?] Ivan: two\nlines')
  })
  it('as a quote is what the messenger shows as one', () => {
    const dashes = '-'.repeat(54)
    expect(quoteOf({ time, name: 'Anna', text: 'Hello' }, 'chat5', 7)).toBe(`${dashes}\nAnna [22.11.2026 14:05] #chat5/7\nHello\n${dashes}`)
  })
})
