import { Parser, Tag } from 'bbcode-to-react'
import { expect, it } from 'vitest'
import { BitrixParser } from './BitrixParser.ts'

// What is left out is named by `vite/without-stock-tags.ts`, for the build and for these tests alike.
it('the package is run by unit tests as the build ships it: without tags of its own', () => {
  expect(new Parser().tags).toEqual({})
  expect(new BitrixParser()).toBeInstanceOf(Parser)
  expect(new BitrixParser().parse('[b]bold[/b]')).toBeInstanceOf(Tag)
})
