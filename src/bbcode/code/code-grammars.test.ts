import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rangesOf } from './code-grammars.ts'

const pieces = (code: string) => rangesOf(code).map(({ kind, start, end }) => [kind, code.slice(start, end)])

describe('colours of code', () => {
  it('are those of the language that it looks like', () => {
    expect(pieces('SELECT name, sum FROM deals WHERE sum > 100 -- big ones\nORDER BY name')).toEqual(
      expect.arrayContaining([
        ['keyword', 'SELECT'],
        ['number', '100'],
        ['comment', '-- big ones'],
      ]),
    )
    expect(pieces('{"id": 7, "name": "Anna", "active": true}')).toEqual(
      expect.arrayContaining([
        ['string', '"Anna"'],
        ['number', '7'],
      ]),
    )
    expect(pieces('<?php\n$a = ["x" => 1];\nforeach ($a as $k => $v) { echo $k; }')).toEqual(
      expect.arrayContaining([['keyword', 'foreach']]),
    )
  })
  it('are none where it looks like no language', () => {
    expect(pieces('order 8061, 12 pallets')).toEqual([])
    expect(pieces('')).toEqual([])
    expect(pieces('[b]not bold[/b] [URL=https://a.example]no[/URL] >>no quote')).toEqual([])
    expect(pieces('2026-11-22 14:05:11 ERROR [main] Connection refused: 10.0.0.1:5432')).toEqual([])
  })
  it('of any text stay within it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (code) => {
        for (const { start, end } of rangesOf(code)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(code.length)
          expect(start).toBeLessThanOrEqual(end)
        }
      }),
      { numRuns: 60 },
    )
  })
})
