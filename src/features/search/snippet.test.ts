import { expect, it } from 'vitest'
import { foldPhrase } from '~/lib/text/fold-text'
import { snippetOf } from './snippet.ts'

const shown = (text: string, ...wanted: string[]): string =>
  snippetOf(text, wanted.map(foldPhrase))
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join('')

it.each([
  ['Ещё\nодин   отчёт', ['отчет', 'еще'], '[Ещё] один [отчёт]'],
  ['abcabc', ['abc', 'bca'], '[abcabc]'],
  ['nothing of it', ['wanted'], 'nothing of it'],
  ['', ['wanted'], ''],
])('of “%s” with %j it shows %s', (text, wanted, snippet) => {
  expect(shown(text, ...wanted)).toBe(snippet)
})

it('of a long text it shows the part with the first hit, from a whole word on', () => {
  const snippet = shown(`${'before '.repeat(60)}the target ${'after '.repeat(60)}`, 'target')
  expect(snippet).toMatch(/^…before .*the \[target\] after .*…$/)
  expect(snippet.length).toBeLessThan(240)
})

it('cuts no character in two', () => {
  expect(shown(`${'😀'.repeat(40)}target${'😀'.repeat(200)}`, 'target').isWellFormed()).toBe(true)
})
