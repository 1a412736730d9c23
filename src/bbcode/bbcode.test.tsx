import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { setupI18n } from '@lingui/core'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseDialogId, type DialogId, type UserId } from '~/domain/ids'
import type { User } from '~/domain/user'
import { TextsContext } from '~/ui/i18n'
import { Part } from '~/ui/part'
import { splitBlocks } from './blocks.ts'
import { MessageText } from './MessageText.tsx'
import { MessageTextContext, type MessageTextEnvironment } from './MessageTextContext.ts'
import { disguisedHost, safeUrl } from './safe-url.ts'
import { tokenize } from './tokenize.ts'
import { plainText } from './tree.ts'

const ann: User = { id: 503 as UserId, name: 'Ann Present', position: '', color: null, avatarUrl: null, active: true, kind: 'user' }
const environment: MessageTextEnvironment = {
  portal: 'https://acme.example',
  dialogId: parseDialogId('chat1489') as DialogId,
  ownId: 547 as UserId,
  findUser: (id) => (id === 503 ? ann : undefined),
  hrefOf: ({ dialogId, messageId }) => `?${dialogId ?? ''}/${messageId ?? ''}`,
}
const i18n = setupI18n({ locale: 'en', messages: { en: { 'user.unknown': [['User ', ['id']]].flat() as unknown as string } } })
const texts = { i18n, later: new Part(() => Promise.resolve()) }
const html = (text: string) =>
  renderToStaticMarkup(
    <TextsContext value={texts}>
      <MessageTextContext value={environment}>
        <MessageText text={text} />
      </MessageTextContext>
    </TextsContext>,
  )
const inner = (text: string) => html(text).replace(/^<div[^>]*>|<\/div>$/g, '')
const words = (markup: string) => markup.replaceAll(/<[^>]+>/g, '')

describe('markup', () => {
  it.each([
    ['[B]b[/B] [i]i[/i] [U]u[/U] [s]s[/s]', '<b>b</b> <i>i</i> <u>u</u> <s>s</s>'],
    ['[b]one [i]two[/b] three[/i]', '<b>one <i>two</i></b><i> three</i>'],
    ['[b]open', '[b]open'],
    ['close[/b]', 'close[/b]'],
    ['[ ] todo [1] [x] done array[0] [:)] [=] ["]', '[ ] todo [1] [x] done array[0] [:)] [=] [&quot;]'],
    ['[I think so] yes', '[I think so] yes'],
    ['[constructor] [__proto__]', '[constructor] [__proto__]'],
    ['[b style=x]text[/b]', '[b style=x]text[/b]'],
    ['a[BR]b', 'a\nb'],
    ['a < b & c', 'a &lt; b &amp; c'],
  ])('%s', (text, expected) => expect(inner(text)).toBe(expected))

  it('in a code block is literal', () => {
    expect(words(inner('[CODE]\n[b]x[/b]\n>>no quote\n[/CODE]'))).toContain('[b]x[/b]\n&gt;&gt;no quote')
  })

  it('links by label and by address, with its query whole', () => {
    expect(inner('[URL=https://a.example/?x=1&y[0]=2]t[/URL]')).toContain('href="https://a.example/?x=1&amp;y[0]=2"')
    expect(inner('[url]https://a.example/?x=1&y=2[/url]')).toContain('>https://a.example/?x=1&amp;y=2</a>')
    expect(inner('[URL=/company/]c[/URL]')).toContain('href="https://acme.example/company/"')
  })

  it('mentions people as written, or by their present name', () => {
    expect(words(inner('[USER=503]Annie[/USER]'))).toBe('Annie')
    expect(words(inner('[USER=503 REPLACE]Old Name[/USER]'))).toBe('Ann Present')
    expect(words(inner('[USER=503][/USER]'))).toBe('Ann Present')
    expect(words(inner('[USER=0]System[/USER]'))).toBe('System')
    expect(inner('[USER=all]All[/USER]')).toContain('data-self')
  })

  it('quotes by dashes lead to their message in this dialog, and by arrows nest', () => {
    const dashes = '-'.repeat(54)
    const quote = inner(`${dashes}\nAnna [04.03.2026 09:43] #chat1489/84877\nquoted\n${dashes}\nanswer`)
    expect(quote).toContain('href="?/84877"')
    expect(quote).toMatch(/<blockquote.*quoted.*<\/blockquote>answer/s)
    expect(inner(`${dashes}\nAnna [1] #chat2/5\nx\n${dashes}`)).not.toContain('href')
    expect(inner('>>a\n>>>>b\nc').match(/<blockquote/g)).toHaveLength(2)
    expect(words(inner(`${'-'.repeat(53)}\nx\n${'-'.repeat(53)}`))).toContain('-'.repeat(53))
  })
})

describe('any text', () => {
  const pieces = fc.constantFrom(
    '[b]',
    '[/b]',
    '[i]',
    '[/i]',
    '[url=',
    ']',
    '[url]',
    '[/url]',
    '[CODE]',
    '[/CODE]',
    '[user=503]',
    '[/user]',
    '\n',
    '>>',
    '-'.repeat(54),
    'слово',
    ' ',
    '[',
    'javascript:alert(1)',
    'https://a.example',
    '<script>',
    '\u202e',
    '[chat=5]',
    '[/chat]',
  )
  const hostile = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )

  it('is shown without an error, a bad link or raw markup of its own', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = html(text.toWellFormed())
        expect(shown).not.toMatch(/<script/i)
        for (const [, href = ''] of shown.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(https?:|mailto:|tel:|\?)/)
      }),
      { numRuns: 300 },
    )
  })

  it('is wholly in its tokens, each character once', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        let at = 0
        for (const token of tokenize(text)) {
          expect(token.start).toBe(at)
          at = token.end
        }
        expect(at).toBe(text.length)
      }),
      { numRuns: 300 },
    )
  })

  it('loses no word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.stringMatching(/^[a-z]{3,8}$/), fc.constantFrom('[b]', '[/b]', '[i]', '[/i]', '[x]', '[ ]', '\n')), {
          maxLength: 40,
        }),
        (parts) => {
          const shown = words(inner(parts.join(' ')))
          for (const part of parts) if (/^[a-z]{3,}$/.test(part)) expect(shown).toContain(part)
        },
      ),
    )
  })

  it.each([
    ['['.repeat(100_000)],
    ['[b]'.repeat(20_000)],
    [`${'[b]'.repeat(10_000)}x${'[/b]'.repeat(10_000)}`],
    ['[code]'.repeat(20_000)],
    ['[url='.repeat(20_000)],
    ['>>'.repeat(20_000)],
    [`${'-'.repeat(54)}\n`.repeat(2_001)],
  ])('of a hostile kind does not overflow: %#', (text) => expect(() => plainText(text)).not.toThrow())

  it('is shown for all 256 samples', () => {
    for (const line of readFileSync(new URL('../../demo/data/samples.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')) {
      const { message } = JSON.parse(line) as { message: { text: unknown } }
      if (typeof message.text === 'string') expect(() => html((message.text as string).toWellFormed())).not.toThrow()
    }
  })
})

describe('blocks', () => {
  it('hold every line of the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '>>b', '-'.repeat(54), '[code]', '[/code]', ''), { maxLength: 30 }), (lines) => {
        const shown = splitBlocks(lines.join('\n'))
          .map((block) => (block.type === 'text' ? block.text : block.body))
          .join('\n')
        expect(shown.match(/[ab]/g)?.length ?? 0).toBe(lines.filter((line) => line === 'a' || line === '>>b').length)
      }),
    )
  })
})

describe('addresses', () => {
  it.each([
    ['javascript:alert(1)', null],
    ['java\tscript:alert(1)', null],
    ['\u0001javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['vbscript:x', null],
    ['file:///etc/passwd', null],
    ['blob:https://a.example/x', null],
    ['//evil.example/x', 'https://evil.example/x'],
    ['callto:+7900', 'tel:+7900'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('%s → %s', (address, expected) => expect(safeUrl(address, 'https://acme.example')).toBe(expected))

  it.each([
    ['https://bank.example', 'https://evil.example/', 'evil.example'],
    ['bank.example/login', 'https://evil.example/', 'evil.example'],
    ['click here', 'https://evil.example/', null],
    ['https://a.example/x', 'https://a.example/y', null],
    ['www.a.example', 'http://a.example/', null],
    ['x', 'https://user:pass@evil.example/', 'evil.example'],
  ])('a label “%s” over %s tells of %s', (label, href, host) => expect(disguisedHost(label, href)).toBe(host))
})
