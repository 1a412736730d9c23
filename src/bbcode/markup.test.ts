import { describe, expect, it } from 'vitest'
import { drawn, inner, marked, readable, words } from '~/testing/rendering'
import { plainText, previewText } from './text/plain-text.ts'
import { isJumbo } from './text/jumbo.ts'
import { parseMessage } from './parse/tree.ts'

const shown = (text: string) => readable(inner(text))
const plain = (text: string) => plainText(parseMessage(text).nodes, words)
const preview = (text: string) => previewText(parseMessage(text).nodes, words)
const DASHES = '-'.repeat(54)

describe('what is not markup stays as typed', () => {
  it.each([
    '[ ] todo [1] [x] done array[0] [:)] [=] ["]',
    '[I think so] yes',
    '[constructor] [__proto__]',
    '[b style=x]text[/b]',
    'C:\\dir [b',
    'a < b & c',
    '[b]open',
    'close[/b]',
    '[foo]bar[/foo]',
    '[FONT=Arial]шрифт[/FONT]',
    '[QUOTE]no[/QUOTE]',
    '[color=red]x[/color]',
    '[color=#fff;background:url(https://evil.example/x)]x[/color]',
    '[size=12;position:fixed]x[/size]',
    '[CODE]open only',
    '[call]hello[/call]',
    '[TIMESTAMP=1772700000 FORMAT=NOPE]',
    '[TIMESTAMP=99999999999999999999 FORMAT=FORMAT_DATE]',
    '[icon=javascript:alert(1) size=20]',
    '[img size=large]javascript:alert(1) [/img]',
    '[rating=6]',
    '[LIST][*]один[*]два[/LIST]',
    'use [icode]npm ci[/icode] please',
    '/menu today',
    'ок /me нет',
    'a>>b',
    `${'-'.repeat(53)}\nx\n${'-'.repeat(53)}`,
    `${DASHES}\nАнна [10:00]\nбез конца`,
  ])('%s', (text) => expect(shown(text)).toBe(text))
})

describe('styles', () => {
  it.each([
    ['[B]b[/B] [i]i[/i] [U]u[/U] [s]s[/s]', '<b>b</b> <i>i</i> <u>u</u> <s>s</s>'],
    ['[b]one [i]two[/b] three[/i]', '<b>one <i>two</i></b><i> three</i>'],
    ['[b]a [b]b[/b] c[/b]', '<b>a <b>b</b> c</b>'],
    ['a[BR]b', 'a\nb'],
    ['[size=500]x[/size]', '<span style="font-size:30px;line-height:1.3">x</span>'],
    ['[size=1pt]x[/size]', '<span style="font-size:8px">x</span>'],
    ['/me ушёл', '<i>ушёл</i>'],
    ['/loud ВНИМАНИЕ', '<span style="font-size:20px;line-height:1.3">ВНИМАНИЕ</span>'],
  ])('%s', (text, expected) => expect(inner(text)).toBe(expected))

  it('colours are changed until they can be read on either theme', () => {
    expect(inner('[color=#ffffff]x[/color]')).toMatch(/style="color:light-dark\(#[0-6]\w{5}, #ffffff\)"/)
    expect(inner('[color=#000]x[/color]')).toMatch(/light-dark\(#000000, #[8-f]\w{5}\)/)
  })
})

describe('code', () => {
  it('is literal, without one line break at either end', () => {
    expect(inner('[CODE]\n[b]x[/b]\n>>no quote\n[/CODE]')).toContain('>[b]x[/b]\n&gt;&gt;no quote</pre>')
    expect(inner('>>[code]a\nb[/code]')).toMatch(/<blockquote.*<pre[^>]*>a\nb<\/pre>/s)
  })
})

describe('links', () => {
  it('lead where they say, with their query whole', () => {
    expect(inner('[URL=https://a.example/?x=1&y[0]=2]t[/URL]')).toContain('href="https://a.example/?x=1&amp;y[0]=2"')
    expect(inner('[url]https://a.example/?x=1&y=2[/url]')).toContain('>https://a.example/?x=1&amp;y=2</a>')
    expect(inner('[URL=/company/]c[/URL]')).toContain('href="https://acme.example/company/"')
    expect(inner("[URL=https://example.com/o%27neil]https://example.com/o'neil[/URL]")).not.toContain('data-host')
  })

  it('that lead nowhere safe are their label', () => {
    for (const address of [
      'javascript:alert(1)',
      ' JaVaScRiPt:alert(1)',
      'java\tscript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
    ])
      expect(inner(`[URL=${address}]x[/URL]`)).toBe('x')
    expect(inner('[URL=][/URL]')).toBe('')
  })

  it('whose label names another host show the real one', () => {
    expect(inner('[URL=https://evil.example/login]https://acme.example/login[/URL]')).toContain('data-host="(evil.example)"')
  })

  it('give back the closing tags that the server took for a part of them', () => {
    expect(inner('[b][URL=https://example.com%5B/b%5D]https://example.com[/b][/URL]')).toMatch(
      /^<b><a[^>]*href="https:\/\/example.com\/"[^>]*>https:\/\/example.com<\/a><\/b>$/,
    )
    expect(shown('[b][i][URL=https://x.example%5B/i%5D%5B/b%5D,next]https://x.example[/i][/b],next[/URL]')).toBe('https://x.example,next')
    expect(shown('[URL=https://a.example][b]bold[/b] label[/URL]')).toBe('bold label')
  })

  it('are found where the server has wrapped none, without the sign that ends the sentence', () => {
    expect(inner('см. (https://example.org/a_(b)).')).toMatch(/см\. \(<a[^>]*>https:\/\/example\.org\/a_\(b\)<\/a>\)\./)
    expect(inner('[url=https://a.example]see https://b.example[/url]').match(/<a /g)).toHaveLength(1)
  })

  it('do not stand in one another', () => {
    const nested = inner('[URL=https://a.example]x [URL=https://b.example]y[/URL] z[/URL]')
    expect(nested.match(/<a /g)).toHaveLength(1)
    expect(readable(nested)).toBe('x [URL=https://b.example]y z[/URL]')
    expect(inner('[URL=https://a.example]x [chat=5]chat[/chat] [user=503]Ann[/user][/URL]')).not.toMatch(/<a [^>]*>.*<a |role="button"/)
  })
})

describe('pictures', () => {
  const link = '[URL]https://img.example/cat.png?w=100[/URL]'
  it('of other servers wait to be asked for, and the link stands there', () => {
    expect(inner(link)).toContain('aria-label="Show picture from img.example"')
    expect(inner(link)).not.toContain('<img')
    expect(shown(link)).toBe('https://img.example/cat.png?w=100')
    expect(inner('[URL]https://acme.example/docs/pub/abc/x.png[/URL]')).not.toContain('<button')
  })
  it('of the portal, and all where the reader wants them, are shown', () => {
    expect(inner('[URL]https://acme.example/upload/x.png[/URL]')).toContain('<img')
    expect(inner(link, { showExternalImages: true })).toMatch(
      /<img[^>]*src="https:\/\/img.example\/cat.png\?w=100"[^>]*referrerPolicy="no-referrer"/,
    )
  })
  it.each([
    'https://acme.example/?logout=yes&x=.png',
    'https://acme.example/x.png?logout=yes',
    'https://acme.example/x.png?%6Cogout=yes',
    'https://acme.example/docs/pub/abc/x.png',
    'https://acme.example/%64ocs/pub/abc/x.png',
    'https://acme.example/tools/clear.php/x.png',
    'https://acme.example/?x.png',
    'http://acme.example/upload/x.png',
    'https://acme.example:8443/upload/x.png',
  ])('of the portal that may be something else wait too: %s', (address) => {
    for (const text of [`[icon=${address}]`, `[img size=small]${address} [/img]`, `[URL]${address}[/URL]`])
      expect(inner(text)).not.toContain('<img')
  })
  it('of the portal are asked for by any tag', () => {
    const address = 'https://acme.example/upload/x.png?w=100'
    for (const text of [`[icon=${address}]`, `[img size=small]${address} [/img]`, `[URL]${address}[/URL]`])
      expect(inner(text)).toContain('<img')
  })
  it('have an address that ends as a picture does, before its query', () => {
    for (const address of ['https://a.example/x.png', 'https://a.example/x.jpg?a.b', 'https://a.example/x.gif?y.gif'])
      expect(inner(`[URL]${address}[/URL]`), address).toContain('<button')
    for (const address of ['https://a.example/x.pngs', 'https://.png', 'https://a.example/x.png#y'])
      expect(inner(`[URL]${address}[/URL]`), address).not.toContain('<button')
  })
  it('by tag may have other attributes before and after their size, and nothing else', () => {
    const picture = (attributes: string) => !shown(`[img${attributes}]https://img.example/k.webp [/img]`).includes('[img')
    for (const attributes of [' size=small', ' a=1 size=large', ' size=small alt=x  b= ', ' size=small size=large'])
      expect(picture(attributes), attributes).toBe(true)
    for (const attributes of [' a=1', ' size=huge', ' size=small x', 'size=small', ' asize=small'])
      expect(picture(attributes), attributes).toBe(false)
  })
  it('by tag have a size and a text, and the server may have wrapped their address', () => {
    const img = '[img size=small alt=%D0%BA%D0%BE%D1%82]https://img.example/k.webp [/img]'
    expect(inner(img, { showExternalImages: true })).toMatch(/data-size="small".*alt="кот"/)
    const swallowed = '[img size=medium][URL=https://img.example/pic.jpg%5B/img%5D]https://img.example/pic.jpg[/img][/URL]'
    expect(shown(swallowed)).toBe('https://img.example/pic.jpg')
  })
  it('as icons keep within 100 px', () => {
    expect(inner('[icon=https://img.example/i.png width=900 height=10]', { showExternalImages: true })).toMatch(/width="100" height="10"/)
    expect(inner('[icon=/upload/i.png size=30 title=Единорог на лугу]')).toMatch(
      /src="https:\/\/acme\.example\/upload\/i\.png" alt="Единорог на лугу"/,
    )
  })
})

describe('mentions', () => {
  it.each([
    ['[USER=503]Annie[/USER]', 'Annie'],
    ['[USER=503 REPLACE]Old Name[/USER]', 'Ann Present'],
    ['[USER=503][/USER]', 'Ann Present'],
    ['[USER=99999 REPLACE]Кто-то[/USER]', 'Кто-то'],
    ['[USER=99999][/USER]', 'User 99999'],
    ['[USER=0]System[/USER]', 'System'],
    ['[USER=all]All[/USER]', 'All'],
    ['[CHAT=1317]Проект[/CHAT]', 'Проект'],
    ['[CHAT=1317][/CHAT]', 'Chat 1317'],
    ['[CHAT=imol|789]Обращение[/CHAT]', 'Обращение'],
    ['[CHAT=0]none[/CHAT]', 'none'],
  ])('%s reads %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
    expect(plain(text)).toBe(expected)
  })

  it('of the reader and of everybody stand out', () => {
    expect(inner('[USER=547]я[/USER]')).toContain('data-self')
    expect(inner('[USER=all]All[/USER]')).toContain('data-self')
    expect(inner('[USER=503]x[/USER]')).not.toContain('data-self')
  })

  it('of a message lead to it: here, in another chat, or in a private dialog of the reader', () => {
    expect(inner('[CONTEXT=chat1489/100]x[/CONTEXT]')).toContain('href="?chat1489/100"')
    expect(inner('[CONTEXT=chat5/100]x[/CONTEXT]')).toContain('href="?chat5/100"')
    expect(inner('[CONTEXT=503:547/100]x[/CONTEXT]')).toContain('href="?503/100"')
    expect(inner('[CONTEXT=1:2/100]x[/CONTEXT]')).toBe('x')
    expect(inner('[CONTEXT=chat0/5]x[/CONTEXT]')).toBe('x')
    expect(inner('[CONTEXT=chat1489/5][/CONTEXT]')).toBe('')
  })
})

describe('what does something in the messenger', () => {
  it('does nothing here and says what it is', () => {
    expect(inner('[SEND=/help]Помощь[/SEND]')).toMatch(/title="In the messenger this button sends: \/help".*Помощь/)
    expect(inner('[CALL=+7 (495) 000-00-00]Перезвонить[/CALL]')).toContain('Phone number: +7 (495) 000-00-00')
    expect(inner('[SEND=/help]Помощь[/SEND] [PUT=x]y[/PUT]')).not.toMatch(/<a |<button/)
  })
  it.each([
    ['[send]да[/send]', 'да'],
    ['[PUT=/search ][/PUT]', '/search'],
    ['[send] [/send]', ''],
    ['[PUT=a]шаб\nлон[/PUT]', 'шаб\nлон'],
    ['[call]+78120000000[/call]', '+78120000000'],
    ['[PCH=55]запись[/PCH]x', 'x'],
    ['[dialog=chat1489 message=100010]обсуждение[/dialog]', 'обсуждение'],
    ['Ответ [source=2]из статьи[/source]', 'Ответ из статьи'],
    ['Файл [DISK=5255]', 'Файл [File]'],
    ['[RATING=4]', '4 of 5 stars'],
    ['[LIKE] / [DISLIKE]', 'thumb up / thumb down'],
    ['[TIMESTAMP=1772700000 FORMAT=SHORT_TIME_FORMAT], [timestamp=1772700000 format=LONG_DATE_FORMAT]', '08:40, 5 March 2026'],
  ])('%s reads “%s”', (text, expected) => {
    expect(shown(text)).toBe(expected)
    expect(plain(text)).toBe(expected)
  })
})

describe('a text of which nothing is to be seen', () => {
  it('says so, outside of what is copied', () => {
    expect(drawn('[PCH=55]запись[/PCH]')).toMatch(/^<div[^>]* data-empty="Message without text"[^>]*><\/div>$/)
    expect(drawn('[PCH=55]запись[/PCH]x')).not.toContain('data-empty')
  })
})

describe('quotes', () => {
  it('by dashes lead to their message, in this dialog or another, and by arrows nest', () => {
    const quote = inner(`${DASHES}\nAnna [04.03.2026 09:43] #chat1489/84877\nquoted\n${DASHES}\nanswer`)
    expect(quote).toContain('href="?chat1489/84877"')
    expect(quote).toMatch(/<blockquote.*quoted.*<\/blockquote>answer$/s)
    expect(inner(`${DASHES}\nAnna [1] #chat2/5\nx\n${DASHES}`)).toContain('href="?chat2/5"')
    expect(inner(`${DASHES}\nAnna [1] #1:2/5\nx\n${DASHES}`)).not.toContain('href')
    expect(inner('>>a\n>>>>b\nc').match(/<blockquote/g)).toHaveLength(2)
    expect(shown(`${DASHES}\n[только скобки]\n${DASHES}`)).toBe('[только скобки]')
  })
  it('hold markup', () => {
    expect(inner(`>>[b]x[/b]\n>>[url]https://a.example[/url]`)).toMatch(/<b>x<\/b>\n<a /)
  })
})

describe('lists, tables and headings', () => {
  it('are shown where the reader wants them', () => {
    const more = { richMarkup: true }
    expect(inner('[LIST]\n[*]один\n[*]два[/LIST]', more)).toMatch(/<ul[^>]*><li>один<\/li><li>два<\/li><\/ul>/)
    expect(inner('[LIST=1 start=3][*]x[/LIST]', more)).toMatch(/<ol[^>]* start="3"/)
    expect(inner('[table][tr][th]A[/th][/tr][tr][td]1[/td][/tr][/table]', more)).toMatch(
      /<table><tbody><tr><th>A<\/th><\/tr><tr><td>1<\/td><\/tr><\/tbody><\/table>/,
    )
    expect(inner('[h1]T[/h1][hr][icode][b]x[/b][/icode]', more)).toMatch(
      /<strong[^>]*>T<\/strong><hr[^>]*\/><code[^>]*>\[b\]x\[\/b\]<\/code>/,
    )
  })
})

describe('the reader is not deceived', () => {
  it('by who is quoted', () => expect(readable(inner(`${DASHES}\nAnna\u202e [1\u0007] #chat2/5\nx\n${DASHES}`))).toMatch(/^Anna 1/))
  it('by characters that turn the direction of the text, nor by others that are not seen', () => {
    expect(shown('invoice\u202egpj.exe')).toBe('invoicegpj.exe')
    expect(shown('\u2067abc')).toBe('abc')
    expect(shown('a\u0000b\u0007c\u001bd')).toBe('abcd')
  })
})

describe('a preview', () => {
  it.each([
    ['[b]x[/b] [s]gone[/s] y', 'x y'],
    ['a\nb[BR]c', 'a b c'],
    ['[code]x[/code]', '[Code]'],
    [`${DASHES}\nA [1]\nq\n${DASHES}\nanswer`, '[Quote] answer'],
    ['[URL]https://img.example/c.png[/URL]', '[Picture]'],
    ['[URL=https://a.example]label[/URL]', 'label'],
    ['[icon=https://img.example/i.png title=Hi] x', '(Hi) x'],
    ['[rating=3]', '[Rating]'],
    ['x'.repeat(300), `${'x'.repeat(200)}…`],
  ])('of %s is %s', (text, expected) => expect(preview(text)).toBe(expected))
})

describe('what is looked for', () => {
  it.each([
    ['one Two [b]two[/b]', 'two', 'one <mark>Two</mark> <b><mark>two</mark></b>'],
    ['con[b]tr[/b]act', 'contract', '<mark>con</mark><b><mark>tr</mark></b><mark>act</mark>'],
    ['>>a b\n>>c', 'b\nc', null],
  ])('in %s: %s', (text, phrase, expected) => {
    const found = marked(text, phrase)
    if (expected === null) expect(found).toContain('<mark>b\n</mark><mark>c</mark>')
    else expect(found).toBe(expected)
  })
})

describe('a very long message', () => {
  it('is cut, and whole when asked for', () => {
    const text = 'слово '.repeat(5_000).trim()
    const { nodes, cut } = parseMessage(text)
    expect(cut).toBe(20_000)
    expect(plainText(nodes, words)).toBe(text.slice(0, 20_000))
    expect(plainText(parseMessage(text, { whole: true }).nodes, words)).toBe(text)
    expect(inner(text).includes('data-label="Show the whole message"')).toBe(true)
  })
  it('of very many lines is cut too, and runs of empty lines are shortened', () => {
    expect(parseMessage('x\n'.repeat(2_000)).cut).toBe(999)
    expect(shown('a\n\n\n\n\n\n\n\nb')).toBe('a\n\n\nb')
  })
  it('of very many tags is cut too', () => {
    const { cut } = parseMessage('[b]x[/b]'.repeat(2_400))
    expect(cut).toBeGreaterThan(3_000)
    expect(parseMessage('[b]x[/b]'.repeat(2_400), { whole: true }).cut).toBeNull()
  })
})

describe('emoji', () => {
  it.each([
    ['👍🔥', true],
    ['👩‍💻 👨‍👩‍👧‍👦 🏳️‍🌈', true],
    ['👍👍👍👍', false],
    ['ok 👍', false],
    ['123', false],
  ])('%s alone: %s', (text, large) => {
    expect(isJumbo(text)).toBe(large)
  })
})
