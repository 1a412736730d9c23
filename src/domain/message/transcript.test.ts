import { describe, expect, it } from 'vitest'
import type { ChatId, DialogId, MessageId, UserId } from '../ids.ts'
import { quoteAnchor, quoteOf, transcript, transcriptTime } from './transcript.ts'

const time = transcriptTime(Date.UTC(2026, 10, 22, 13, 5), 60)

describe('what is copied', () => {
  it('has the time of its place, which is named, from the first minute of a day to the last', () => {
    expect(transcriptTime(Date.UTC(2026, 0, 5, 0, 7), 0)).toBe('05.01.2026 00:07 UTC')
    expect(transcriptTime(Date.UTC(2026, 0, 5, 23, 59), 330)).toBe('06.01.2026 05:29 UTC+5:30')
  })
  it('names time and author of every message', () => {
    expect(
      transcript([
        { time, name: 'Anna', text: 'Hello' },
        { time: transcriptTime(null, 0), name: 'Ivan', text: 'two\nlines' },
      ]),
    ).toBe('[22.11.2026 14:05 UTC+1] Anna: Hello\n[?] Ivan: two\nlines')
  })
  it('as a quote is what the messenger shows as one', () => {
    const dashes = '-'.repeat(54)
    const entry = { time, name: 'Anna', text: 'Hello' }
    expect(quoteOf(entry, '#chat5/7')).toBe(`${dashes}\nAnna [22.11.2026 14:05 UTC+1] #chat5/7\nHello\n${dashes}`)
    expect(quoteOf(entry, '')).toBe(`${dashes}\nAnna [22.11.2026 14:05 UTC+1]\nHello\n${dashes}`)
  })
  it.each([
    ['a chat', 'chat5', 503, '#chat5/7'],
    ['a private dialog', '547', 503, '#503:547/7'],
    ['a private dialog, while it is unknown who reads', '547', null, ''],
    ['a project group, by the number of its chat', 'sg9', 503, '#chat21/7'],
  ])('leads back to %s by what the messenger knows', (_, dialog, ownId, anchor) =>
    expect(quoteAnchor({ id: 7 as MessageId, chatId: 21 as ChatId }, dialog as DialogId, ownId as UserId | null)).toBe(anchor),
  )
  it('leads nowhere where it is unknown in which chat it was said', () =>
    expect(quoteAnchor({ id: 7 as MessageId, chatId: null }, 'sg9' as DialogId, null)).toBe(''))
})
