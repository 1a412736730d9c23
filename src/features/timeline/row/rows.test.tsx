import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { FileId, MessageId, UserId } from '~/domain/ids'
import type { MessageHas, TextMessage } from '~/domain/message/message'
import type { TimelineRow } from '~/domain/history/timeline-rows'
import { PortalContext } from '~/queries/portal-context'
import { createQueryClient } from '~/queries/query-client'
import { fakeMessage } from '~/testing/fake-message'
import { fakePortal } from '~/testing/fake-portal'
import { loaded, markupOf } from '~/testing/rendering'
import { Deferred } from '~/ui/deferred/Deferred'
import { extrasPart, filesPart } from './deferred-parts.ts'
import { PersonRow } from './PersonRow.tsx'
import { partsAbove, partsBeneath } from './row-parts.tsx'
import { sameMessageRow, sameMessageAlone, type MessageRowProps, type PersonRowProps } from './row-props.ts'
import { SystemRow } from './SystemRow.tsx'

await Promise.all([loaded(extrasPart), loaded(filesPart)])

const files: ReadonlyMap<FileId, never> = new Map<FileId, never>()

const drawnInDialog = (node: ReactNode): string =>
  markupOf(
    <QueryClientProvider client={createQueryClient()}>
      <PortalContext value={fakePortal({ ids: [] })}>{node}</PortalContext>
    </QueryClientProvider>,
  )

const systemRow = (facts: Partial<TextMessage>): string =>
  drawnInDialog(<SystemRow message={fakeMessage(1, 0, { kind: 'system', ...facts })} files={files} />)

const personRow = (message: TextMessage): string => drawnInDialog(<PersonRow message={message} first files={files} />)

/** For each part that a message may have: a message with it, and its expected text. */
const each: Readonly<Record<keyof MessageHas, readonly [Partial<TextMessage>, string]>> = {
  topic: [{ topic: 'TaskChatMessage' }, 'Task'],
  pinned: [{ pinned: true }, 'Pinned'],
  disappears: [{ disappearsAt: Date.UTC(2026, 2, 4) }, 'Will be deleted on'],
  forward: [{ forwarded: { messageId: 5 as MessageId, dialogId: null, between: null, authorId: null, chatTitle: '' } }, 'Forwarded'],
  reply: [{ replyTo: 5 as MessageId }, 'In reply to'],
  files: [{ fileIds: [3 as FileId] }, 'file'],
  sticker: [{ sticker: { name: '3/12', url: null } }, 'Sticker 3/12'],
  attaches: [{ attaches: [{ color: null, plain: false, blocks: [{ type: 'message', text: 'card' }] }] }, 'card'],
  keyboard: [{ keyboard: [[{ text: 'press', block: true, width: null, background: null, action: { type: 'copy', text: '' } }]] }, 'press'],
  reactions: [{ reactions: [{ name: 'laugh', count: 1, userIds: [503 as UserId] }] }, 'Ann Present'],
}
const things = Object.entries(each) as [keyof MessageHas, (typeof each)[keyof MessageHas]][]

describe('a row', () => {
  it.each(things)('of a message that has %s draws it', (thing, [facts, words]) => {
    const message = fakeMessage(1, 0, facts)
    expect(message.has[thing]).toBe(true)
    expect(personRow(message)).toContain(words)
    expect(personRow(fakeMessage(1, 0))).not.toContain(words)
  })

  it.each(things)('of an event that has %s draws it', (_, [facts, words]) =>
    expect(systemRow({ kind: 'system', ...facts })).toContain(words),
  )

  it('of an event of a known kind says which, and who was notified', () => {
    expect(systemRow({ event: { kind: 'join', notified: [] } })).toContain('Joined')
    expect(systemRow({ event: { kind: 'leave', notified: [] } })).toContain('Left')
    expect(systemRow({ event: { kind: 'notice', notified: [503 as UserId, 9 as UserId] } })).toContain('Notified: Ann Present, User 9')
  })

  it.each([
    ['one’s own private dialog leads there', [547, 503], 'href="?503/7"'],
    ['a private dialog of others leads nowhere', [12, 503], 'Forwarded from Ann Present'],
  ] as const)('of what was forwarded from %s', (_, between, expected) => {
    const forwarded = {
      messageId: 7 as MessageId,
      dialogId: null,
      between: between as unknown as readonly [UserId, UserId],
      authorId: 503 as UserId,
      chatTitle: '',
    }
    const row = personRow(fakeMessage(1, 0, { forwarded }))
    expect(row).toContain(expected)
    expect(row).not.toContain('source chat unknown')
    expect(row.includes('href')).toBe(between[0] === 547)
  })

  it('of a deleted message draws nothing of what it had', () => {
    const all = Object.assign({ deleted: true }, ...things.map(([, [facts]]) => facts)) as Partial<TextMessage>
    for (const [, [, words]] of things) expect(personRow(fakeMessage(1, 0, all))).not.toContain(words)
  })

  it('says that a message is without text where nothing stands in its place', () => {
    const empty = (facts: Partial<TextMessage>) => personRow(fakeMessage(1, 0, { text: ' ', ...facts })).includes('Message without text')
    expect(empty({})).toBe(true)
    expect(empty(each.reactions[0])).toBe(true)
    for (const thing of ['files', 'sticker', 'attaches', 'keyboard'] as const) expect(empty(each[thing][0]), thing).toBe(false)
  })

  it('shows initials until an avatar that the message names is asked for', () => {
    const shownAs = (avatarUrl: string) => personRow(fakeMessage(1, 0, { shownAs: { name: 'Sales Bot', avatarUrl } }))
    expect(shownAs('https://tracker.example/1.gif')).not.toContain('<img')
    expect(shownAs('https://tracker.example/1.gif')).toMatch(/aria-label="Show picture from tracker\.example"><span[^>]*>SB</)
    expect(shownAs('https://acme.example/upload/bot.png')).toContain('src="https://acme.example/upload/bot.png"')
  })

  it.each(['__proto__', 'constructor', 'toString'])('draws a reaction by the name of %s as any other', (name) => {
    const row = personRow(fakeMessage(1, 0, { reactions: [{ name, count: 1, userIds: [503 as UserId] }] }))
    expect(row).toContain(`<span aria-hidden="true">${name}</span>`)
  })

  it('draws what there is, whatever height is guessed', () => {
    const block = (heightPx: number) =>
      markupOf(
        <Deferred part={extrasPart} heightPx={heightPx}>
          {() => 'there'}
        </Deferred>,
      )
    expect(block(0)).toBe('there')
    expect(block(30)).toBe('there')
  })

  it('keeps no room for what a message does not have', () => {
    const nothing = fakeMessage(1, 0)
    expect(markupOf(partsAbove(nothing))).toBe('')
    expect(markupOf(partsBeneath(nothing, new Map()))).toBe('')
  })
})

describe('a row that would look as it does', () => {
  const row: TimelineRow = {
    key: 'm1',
    message: fakeMessage(1, 0),
    day: '2026-03-04',
    startsDay: false,
    startsUnread: false,
    startsGroup: true,
    lostBefore: 0,
    followsMissing: false,
    alone: undefined,
    folded: [fakeMessage(2, 0, { kind: 'system' })],
  }
  const props: MessageRowProps = {
    ref: () => {},
    row,
    files,
    highlighted: null,
    position: 4,
    tabbable: false,
    onFocus: () => {},
    onBlur: () => {},
  }
  const person: PersonRowProps = { message: fakeMessage(1, 0, { fileIds: [3 as FileId] }), first: true, files }

  it('is not drawn again for being made anew', () => {
    expect(sameMessageRow(props, { ...props, row: { ...row, folded: [...(row.folded ?? [])] }, files: new Map() })).toBe(true)
    expect(sameMessageAlone(person, { ...person, files: new Map() })).toBe(true)
  })

  // A prop that is not listed here is compared too.
  it.each([...Object.keys(props).filter((key) => key !== 'files'), 'another'])('is drawn again when its %s changes', (key) =>
    expect(sameMessageRow(props, { ...props, [key]: key === 'row' ? { ...row, startsDay: true } : 'changed' })).toBe(false),
  )

  it.each([...Object.keys(row), 'another'])('is drawn again when the %s of its row changes', (key) =>
    expect(sameMessageRow(props, { ...props, row: { ...row, [key]: key === 'folded' ? [fakeMessage(2, 0)] : 'changed' } })).toBe(false),
  )

  it('is drawn again when one of its own files has changed, and for no other', () => {
    const file = (id: number) => new Map([[id as FileId, { id } as unknown as never]])
    expect(sameMessageAlone(person, { ...person, files: file(3) })).toBe(false)
    expect(sameMessageAlone(person, { ...person, files: file(4) })).toBe(true)
  })
})
