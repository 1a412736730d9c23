import fc from 'fast-check'
import { expect, it } from 'vitest'
import { numbered, safeFileName, uniqueFileNames } from './file-names.ts'

it('a name keeps its end and loses what could lead elsewhere or hide what it is', () => {
  expect(safeFileName('Договор №5.pdf')).toBe('Договор №5.pdf')
  expect(safeFileName('../../etc/passwd')).toBe('__.._etc_passwd')
  expect(safeFileName('invoice\u202Efdp.exe')).toBe('invoice_fdp.exe')
  expect(safeFileName('nul.txt')).toBe('_nul.txt')
  expect(safeFileName('x.')).toBe('x_')
  expect(safeFileName('')).toBe('file')
  expect(safeFileName(`${'x'.repeat(500)}.pdf`)).toMatch(/^x{146}\.pdf$/)
})

it.each([
  ['x.lnk', 'x.lnk_'],
  ['x.URL', 'x.URL_'],
  ['x.scf ', 'x.scf_'],
  ['x.url.', 'x.url_'],
  ['x.{645FF040-5081-101B-9F08-00AA002F954E}', 'x.{645FF040-5081-101B-9F08-00AA002F954E}_'],
  ['Desktop.ini', 'Desktop.ini_'],
  ['autorun.inf', 'autorun.inf_'],
  ['CONIN$', '_CONIN$'],
  ['conout$.txt', '_conout$.txt'],
  ['COM¹', '_COM¹'],
  ['lpt³.log', '_lpt³.log'],
  ['CON .txt', '_CON .txt'],
  ['re\u200bport.e\u2060xe', 'report.exe'],
  ['a.lnk\u200b', 'a.lnk_'],
  ['c\u00adon', '_con'],
  ['photo.png          \u2800\u3164  .exe', 'photo.png .exe'],
  ['photo.png\u00a0\u3000\u2003.exe', 'photo.png .exe'],
])('“%s” is written as “%s”', (name, safe) => expect(safeFileName(name)).toBe(safe))

it('letters and emoji keep what joins them', () => {
  for (const name of ['می\u200cخواهم.pdf', '👨\u200d👩\u200d👧.png', 'क्\u200dष.txt']) expect(safeFileName(name)).toBe(name)
  expect(safeFileName('a\u200db\u200c.txt\u200d')).toBe('ab.txt')
})

it('no name is one that a system acts on or refuses', () => {
  const part = fc.constantFrom(
    'con',
    'COM1',
    'lpt²',
    'CONIN$',
    'x',
    'desktop',
    '.ini',
    '.lnk',
    '.url',
    '.scf',
    '.',
    ' ',
    '\u200b',
    '\u202e',
    '\u2800',
    'é',
    '/',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(part, { maxLength: 8 }).map((parts) => parts.join('')),
        fc.string({ unit: 'grapheme' }),
      ),
      (name) => {
        const safe = safeFileName(name)
        expect(safe).not.toMatch(/\.(?:lnk|url|scf)$|^desktop\.ini$/i)
        expect(safe).not.toMatch(/^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])\s*(?:\.|$)/i)
        expect(safe).not.toMatch(/\s{2}|[\u200b\u202e\u2060\ufeff]|^\s|\s$/u)
        expect(safe).not.toBe('')
        // Made safe once, it is left alone.
        expect(safeFileName(safe)).toBe(safe)
      },
    ),
  )
})

it('a number stands before the type', () => {
  expect(numbered('a.tar.gz', 2)).toBe('a.tar (2).gz')
  expect(numbered('README', 3)).toBe('README (3)')
  expect(numbered('a.pdf', 1)).toBe('a.pdf')
})

it('files side by side have names of their own, safe ones, also where case does not count', () => {
  expect(uniqueFileNames(['a.pdf', 'A.pdf', 'a (2).pdf', 'a.pdf'])).toEqual(['a.pdf', 'A (2).pdf', 'a (2) (2).pdf', 'a (3).pdf'])
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'A', 'a (2)', '.', '..', 'con', '/', 'a/..'))),
      (names) => {
        const unique = uniqueFileNames(names)
        expect(unique).toHaveLength(names.length)
        expect(new Set(unique.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of unique) {
          expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^\.|[. ]$/u)
          expect(name).not.toBe('')
          expect(name.isWellFormed()).toBe(true)
        }
      },
    ),
  )
})
