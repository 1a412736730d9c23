import { describe, expect, it } from 'vitest'
import type { DialogId, MessageId } from '../ids.ts'
import { evidenceHtml, evidenceText, evidenceTime, type Evidence } from './evidence.ts'

const words = { message: 'Message', chat: 'Chat', author: 'Author', time: 'Time', status: 'Status', link: 'Link', text: 'Text' }

const evidence = (change: Partial<Evidence> = {}): Evidence => ({
  dialogId: 'chat20' as DialogId,
  chatTitle: 'Deal #8061',
  messageId: 84_877 as MessageId,
  author: 'Анна Петрова (503)',
  sentAt: Date.UTC(2026, 10, 22, 11, 5, 9),
  utcOffset: 180,
  status: '',
  text: 'The invoice is ready.\nSending it today.',
  link: 'https://acme.bitrix24.com/online/?IM_DIALOG=chat20&IM_MESSAGE=84877',
  ...change,
})

describe('a message as evidence', () => {
  it('says whose it is, when it was sent, where it stands and how it is found again', () => {
    expect(evidenceText([evidence({ status: 'edited' })], words)).toBe(
      [
        'Message: 84877',
        'Chat: Deal #8061 (chat20)',
        'Author: Анна Петрова (503)',
        'Time: 22.11.2026 14:05:09 UTC+3 (22.11.2026 11:05:09 UTC)',
        'Status: edited',
        'Link: https://acme.bitrix24.com/online/?IM_DIALOG=chat20&IM_MESSAGE=84877',
        'Text:',
        '    The invoice is ready.',
        '    Sending it today.',
      ].join('\n'),
    )
  })

  it('has its time to the second, on the chosen clock and in UTC', () => {
    const sentAt = Date.UTC(2026, 0, 1, 1, 2, 3)
    expect(evidenceTime(sentAt, -210)).toBe('31.12.2025 21:32:03 UTC-3:30 (01.01.2026 01:02:03 UTC)')
    expect(evidenceTime(sentAt, 0)).toBe('01.01.2026 01:02:03 UTC')
    expect(evidenceTime(null, 180)).toBe('?')
  })

  it('cannot be forged by what others have written', () => {
    const forged = evidence({
      author: 'Eve\nAuthor: The director (1)',
      chatTitle: 'Deal\u202e\r\nTime: yesterday',
      text: 'Yes\n\nMessage: 1\nAuthor: The director (1)\u2028Time: yesterday',
    })
    const lines = evidenceText([forged], words).split('\n')
    expect(lines.filter((line) => line.startsWith('Author:'))).toEqual(['Author: Eve Author: The director (1)'])
    expect(lines.filter((line) => line.startsWith('Message:'))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('Time:'))).toHaveLength(1)
    expect(lines.slice(lines.indexOf('Text:') + 1).every((line) => line === '' || line.startsWith('    '))).toBe(true)
  })

  it('as HTML is what was written, never markup', () => {
    const html = evidenceHtml(
      [evidence({ author: '<img src=x onerror=alert(1)>', chatTitle: '"><b>', text: '</td><script>1</script>\n&amp;' })],
      words,
    )
    expect(html).not.toMatch(/<(img|script|b)\b/)
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;')
    expect(html).toContain('&lt;/td&gt;&lt;script&gt;1&lt;/script&gt;<br>&amp;amp;')
    expect(html).toContain('<a href="https://acme.bitrix24.com/online/?IM_DIALOG=chat20&amp;IM_MESSAGE=84877">')
  })

  it('stands apart from the next one', () => {
    const two = [evidence(), evidence({ messageId: 84_878 as MessageId })]
    expect(evidenceText(two, words).split('\n\n')).toHaveLength(2)
    expect(evidenceHtml(two, words).match(/<table/g)).toHaveLength(2)
  })
})
