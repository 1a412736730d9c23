import { describe, expect, it } from 'vitest'
import { quoteOf, transcript } from './transcript.ts'

const sentAt = new Date(2026, 10, 22, 14, 5).getTime()

describe('what is copied', () => {
  it('names time and author of every message', () => {
    expect(
      transcript([
        { sentAt, name: 'Anna', text: 'Hello' },
        { sentAt: null, name: 'Ivan', text: 'two\nlines' },
      ]),
    ).toBe('[22.11.2026 14:05] Anna: Hello\n[?] Ivan: two\nlines')
  })
  it('as a quote is what the messenger shows as one', () => {
    const dashes = '-'.repeat(54)
    expect(quoteOf({ sentAt, name: 'Anna', text: 'Hello' }, 'chat5', 7)).toBe(
      `${dashes}\nAnna [22.11.2026 14:05] #chat5/7\nHello\n${dashes}`,
    )
  })
})
