import { expect, it } from 'vitest'
import type { UserId } from '~/domain/ids'
import { fakeMessage } from '~/testing/fake-message'
import { isMentionOf } from './mention.ts'

const me = 503 as UserId
const mentions = (text: string, more: Parameters<typeof fakeMessage>[2] = {}) => isMentionOf(fakeMessage(1, null, { text, ...more }), me)

it.each(['[USER=503]Ann[/USER], please look', '[USER=all]everybody[/USER], please look'])('%s is addressed to the reader', (text) => {
  expect(mentions(text)).toBe(true)
})

it('what mentions others, what was deleted and what the system says is not, nor is what the reader said to everybody', () => {
  const text = '[USER=503]Ann[/USER]'
  expect(mentions('[USER=5031]Ben[/USER]')).toBe(false)
  expect(mentions(text, { deleted: true })).toBe(false)
  expect(mentions(text, { kind: 'system' })).toBe(false)
  expect(mentions('[USER=all]everybody[/USER]', { authorId: me })).toBe(false)
})
