import { expect, it } from 'vitest'
import type { UserId } from '~/domain/ids'
import { fakeMessage } from '~/testing/fake-message'
import { isMentionOf } from './mention.ts'

const me = 503 as UserId
const mentions = (text: string, more: Parameters<typeof fakeMessage>[2] = {}) => isMentionOf(fakeMessage(1, null, { text, ...more }), me)

it.each([
  '[USER=503]Ann[/USER], please look',
  '[user=503 REPLACE]Ann[/user]',
  '[B]so [USER=503]Ann[/USER][/B]',
  '[LIST][*][USER=503]Ann[/USER][/LIST]',
])('%s mentions the reader', (text) => {
  expect(mentions(text)).toBe(true)
})

it.each([
  'Ann 503',
  '[USER=5031]Ann[/USER]',
  '[USER=50]Ann[/USER]',
  '[USER=all]everybody[/USER]',
  '[CODE][USER=503]Ann[/USER][/CODE]',
  '>>[USER=503]Ann[/USER] said\nno',
  '------------------------------------------------------\nBen [today]\n[USER=503]Ann[/USER] look\n------------------------------------------------------\nYes',
])('%j does not', (text) => {
  expect(mentions(text)).toBe(false)
})

it('what the reader wrote, what was deleted and what the system says are none', () => {
  const text = '[USER=503]Ann[/USER]'
  expect(mentions(text, { authorId: me })).toBe(false)
  expect(mentions(text, { deleted: true })).toBe(false)
  expect(mentions(text, { kind: 'system' })).toBe(false)
})
