import { expect, it } from 'vitest'
import { revealedText } from './revealed-text.ts'
import { visibleText } from './visible-text.ts'

it('what is left out of a text can be brought into sight', () => {
  expect(visibleText('invoice\u202efdp.exe')).toBe('invoicefdp.exe')
  expect(revealedText('invoice\u202efdp.exe')).toBe('invoice\\u202efdp.exe')
  expect(revealedText('a\r\nb\u0007\tc')).toBe('a\nb\\u0007\tc')
  // As JSON it is still the same.
  const record = { name: 'a\u202eb\u2066', text: 'x\n' }
  expect(JSON.parse(revealedText(JSON.stringify(record, null, 2)))).toEqual(record)
})
