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
