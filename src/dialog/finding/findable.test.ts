import { expect, it } from 'vitest'
import { parseQuery } from '~/domain/search/parse-query'
import type { MessageId, UserId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message/message'
import { fakeFile } from '~/testing/fake-file'
import { fakeMessage } from '~/testing/fake-message'
import { hitFinder } from './use-make-search.ts'

const file = fakeFile(9, { kind: 'image', name: 'pallet.jpg' })
const brought = { users: new Map(), files: new Map([[file.id, file]]), facts: new Map(), answered: new Map() }

function isFound(typed: string, over: Partial<TextMessage>): boolean {
  const context = {
    words: { findUser: () => undefined, t: (id: string) => id, language: 'en' as const },
    dayOf: () => '2026-03-04',
    ownId: () => 7 as UserId,
  }
  const find = hitFinder(parseQuery(typed).terms, context, ({ message: { id } }) => ({ id }))
  return find(fakeMessage(1, 1, over), brought) !== null
}

it.each([
  ['color', '[color=#ff0000]red[/color]', false],
  ['red', '[color=#ff0000]red[/color]', true],
  ['"two words"', 'two [b]words[/b]', true],
  ['secret', '[url=https://example.org/secret]here[/url]', false],
  ['here', '[url=https://example.org/secret]here[/url]', true],
  ['user', '[user=503]Anna[/user]', false],
  ['anna', '[user=503]Anna[/user]', true],
])('“%s” in “%s” is a hit: %s', (typed, text, found) => {
  expect(isFound(typed, { text })).toBe(found)
})

it.each([
  ['has:image', { fileIds: [file.id] }, true],
  ['has:file', { fileIds: [file.id] }, true],
  ['has:media', { fileIds: [file.id] }, true],
  ['has:media', {}, false],
  ['has:document', { fileIds: [file.id] }, false],
  ['has:video', { fileIds: [file.id] }, false],
  ['has:link', { text: 'see https://example.org' }, true],
  ['has:link', { text: 'see example' }, false],
  ['is:mine', { authorId: 7 as UserId }, true],
  ['is:mine', { authorId: 8 as UserId }, false],
  ['is:mention', { text: 'see [USER=7]Anna[/USER]' }, true],
  ['is:mention', { text: '[b][user=7 REPLACE][/user][/b]' }, true],
  ['is:mention', { text: '[USER=all]all[/USER]', authorId: 8 as UserId }, true],
  ['is:mention', { text: '[USER=all]all[/USER]', authorId: 7 as UserId }, false],
  ['is:mention', { text: '[USER=77]Boris[/USER]' }, false],
  ['is:mention', { text: '[CODE][USER=7]Anna[/USER][/CODE]' }, false],
  ['is:mention', { text: '>>[USER=7]Anna[/USER]\nyes' }, false],
  ['is:unread', { unread: true }, true],
  ['is:edited', { edited: true }, true],
  ['is:system', { kind: 'system' }, true],
  ['is:reply', { replyTo: 3 as MessageId }, true],
  ['is:reply', {}, false],
  ['has:image', { fileIds: [file.id], deleted: true }, false],
] as const)('%s is met by %j: %s', (typed, over, found) => {
  expect(isFound(typed, over)).toBe(found)
})
