import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MessageHas, TextMessage } from '~/domain/message/message'
import { samples } from '~/testing/samples'
import { decodeForwardV2 } from './decode-forward-v2.ts'
import { decodeMessage } from './decode-message.ts'

const PORTAL = 'https://acme.example'

function textMessage(value: unknown): TextMessage {
  const message = decodeMessage(value, PORTAL)
  if (!message || message.kind === 'unknown') throw new Error('not a message that can be read')
  return message
}

const sample = (name: string) => textMessage(samples.find((entry) => entry.case === name)?.message)
const made = (params: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  textMessage({ id: 1, author_id: 2, text: 'x', params, ...more })

const NOTHING: MessageHas = {
  topic: false,
  pinned: false,
  disappears: false,
  forward: false,
  reply: false,
  files: false,
  sticker: false,
  attaches: false,
  keyboard: false,
  reactions: false,
}

/** What the message has, found by looking at each field. */
const present = (message: TextMessage): MessageHas => ({
  topic: message.topic !== null,
  pinned: message.pinned,
  disappears: Number.isFinite(message.disappearsAt),
  forward: message.forwarded !== null,
  reply: (message.replyTo ?? 0) > 0,
  files: message.fileIds.some((id) => id > 0),
  sticker: (message.sticker?.name ?? '') !== '',
  attaches: message.attaches.some(({ blocks }) => blocks.length > 0),
  keyboard: message.keyboard.some((row) => row.length > 0),
  reactions: message.reactions.some(({ count }) => count > 0),
})

const samplesThatHave = (thing: keyof MessageHas): string[] =>
  samples.filter(({ message }) => textMessage(message).has[thing]).map((entry) => entry.case)

describe('what a message has', () => {
  it.each(samples.map((entry) => [entry.case, entry.message] as const))('of sample “%s” is what is there', (_, wire) => {
    const message = textMessage(wire)
    expect(message.has).toEqual(present(message))
    // Nothing is claimed about what was not sent.
    const params = Object.keys(wire.params ?? {})
    expect(message.has.attaches && !params.includes('ATTACH')).toBe(false)
    expect(message.has.keyboard && !params.includes('KEYBOARD')).toBe(false)
  })

  it('is found in just these samples', () => {
    expect(samplesThatHave('topic')).toEqual(['component message'])
    expect(samplesThatHave('pinned')).toEqual(['pinned'])
    expect(samplesThatHave('disappears')).toEqual(['disappearing'])
    expect(samplesThatHave('forward')).toEqual(['forward legacy'])
    expect(samplesThatHave('reply')).toEqual(['reply v2', 'reply v2 string'])
    expect(samplesThatHave('sticker')).toEqual(['sticker'])
    expect(samplesThatHave('keyboard')).toEqual(['keyboard', 'keyboard colours and width', 'keyboard hostile', 'keyboard send shape'])
    expect(samplesThatHave('attaches')).toContain('link preview')
    expect(samplesThatHave('attaches')).not.toContain('attach garbage')
    expect(samplesThatHave('attaches')).not.toContain('attach empty blocks')
    expect(samplesThatHave('reactions')).toContain('likes')
    expect(samplesThatHave('files')).toContain('gallery')
  })

  it('is nothing where the portal sent things that hold nothing', () => {
    expect(
      made({
        ATTACH: [{ BLOCKS: [] }],
        KEYBOARD: { BUTTONS: [{ TYPE: 'NEWLINE' }] },
        STICKER_PARAMS: { PACK_TYPE: 'vendor' },
        COMPONENT_ID: '',
        REPLY_ID: 'none',
        FORWARD_ID: [],
        IS_PINNED: 'N',
        FILE_ID: ['x'],
        LIKE: [0],
      }).has,
    ).toEqual(NOTHING)
  })

  it('is what is there, whatever is sent', () => {
    const names = [
      'ATTACH',
      'KEYBOARD',
      'STICKER_PARAMS',
      'COMPONENT_ID',
      'REPLY_ID',
      'FORWARD_ID',
      'IS_PINNED',
      'FILE_ID',
      'LIKE',
      'URL_ONLY',
    ]
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), fc.jsonValue(), (params, date) => {
        const message = made(params, { disappearing_date: date })
        expect(message.has).toEqual(present(message))
        if (message.urlOnly) expect(message.has.attaches).toBe(true)
      }),
    )
  })
})

describe('a message of the system', () => {
  const system = (params: Record<string, unknown>, more: Record<string, unknown> = {}) => made(params, { author_id: 0, ...more })

  it('is an event, also where the portal says that it has no author', () => {
    expect(system({})).toMatchObject({ kind: 'system', authorId: 0, shownAs: null })
    expect(system({}, { author_id: null })).toMatchObject({ kind: 'system', authorId: 0, text: 'x' })
    expect(system({}, { author_id: undefined })).toMatchObject({ kind: 'system', authorId: 0 })
    expect(decodeMessage({ id: 1, author_id: 'nobody', text: 'x' }, PORTAL)).toMatchObject({ kind: 'unknown' })
  })

  it('is somebody’s where it has a name or speaks for a user', () => {
    expect(system({ NAME: 'Reports &amp; figures', AVATAR: '/upload/r.png' })).toMatchObject({
      kind: 'message',
      authorId: 0,
      shownAs: { name: 'Reports & figures', avatarUrl: 'https://acme.example/upload/r.png' },
    })
    expect(system({ USER_ID: '601' })).toMatchObject({ kind: 'message', authorId: 601, shownAs: null })
    expect(system({ USER_ID: 601, AVATAR: '/upload/r.png' })).toMatchObject({ authorId: 601, shownAs: { name: '' } })
    // A picture without a name is nobody's.
    expect(system({ AVATAR: '/upload/r.png' })).toMatchObject({ kind: 'system' })
    // A bot stays who it is.
    expect(made({ NAME: 'Sales', USER_ID: 601 }, { author_id: 9 })).toMatchObject({ authorId: 9, shownAs: { name: 'Sales' } })
  })

  it('has files, cards and a keyboard as others do', () => {
    const sent = system({ FILE_ID: [5], ATTACH: [{ BLOCKS: [{ MESSAGE: 'card' }] }], KEYBOARD: [{ TYPE: 'BUTTON', TEXT: 'Yes' }] })
    expect(sent).toMatchObject({ kind: 'system', has: { files: true, attaches: true, keyboard: true } })
  })

  it.each([
    [
      { CODE: ['CHAT_JOIN'], NOTIFY: 'N' },
      { kind: 'join', notified: [] },
    ],
    [{ CODE: 'USER_JOIN' }, { kind: 'join', notified: [] }],
    [
      { CODE: ['CHAT_LEAVE'], NOTIFY: [7, '8'] },
      { kind: 'leave', notified: [7, 8] },
    ],
    [{ CODE: ['SOMETHING_NEW'], NOTIFY: 'N' }, null],
    [{ CODE: ['constructor'] }, null],
    [{ NOTIFY: [503] }, { kind: 'notice', notified: [503] }],
    [{}, null],
  ])('with %j is the event %j', (params, event) => expect(system(params).event).toEqual(event))
})

describe('the facts of a message', () => {
  it('are told by its params, whatever types they have', () => {
    expect(sample('plain english')).toMatchObject({
      pinned: false,
      disappearsAt: null,
      forwarded: null,
      replyTo: null,
      sticker: null,
      topic: null,
      has: NOTHING,
    })
    expect(made({ REPLY_ID: '100004' })).toMatchObject({ replyTo: 100_004 })
    expect(made({ REPLY_ID: 100_004 })).toMatchObject({ replyTo: 100_004 })
    expect(made({ FORWARD_ID: ['84877'] })).toMatchObject({ forwarded: { messageId: 84_877, dialogId: null } })
    expect(made({ STICKER_PARAMS: { ID: 12, PACK_ID: 3 } })).toMatchObject({ sticker: { name: '3/12', url: null } })
    expect(made({ LIKE: [1, 2] }).reactions).toEqual([{ name: 'like', count: 2, userIds: [1, 2] }])
  })

  it('say that the text is but an address only where a card shows it', () => {
    expect(sample('link preview').urlOnly).toBe(true)
    expect(made({ URL_ONLY: 'Y', ATTACH: [{ BLOCKS: [] }] }).urlOnly).toBe(false)
  })

  it('come with the record as it was sent, also where it could not be read', () => {
    const wire = { id: 6, text: { nested: true } }
    expect(decodeMessage(wire, PORTAL)).toMatchObject({ kind: 'unknown', raw: wire })
    expect(made({ URL_ONLY: 'Y' }).raw).toMatchObject({ params: { URL_ONLY: 'Y' } })
  })

  it('name the origin of what was forwarded where an answer tells it', () => {
    expect(decodeForwardV2({ id: 'chat5/84877', userId: '7', chatTitle: 'Sales' })).toEqual({
      messageId: 84_877,
      dialogId: 'chat5',
      between: null,
      authorId: 7,
      chatTitle: 'Sales',
    })
    expect(decodeForwardV2({ id: '503:547/12', userId: 547, chatTitle: null })).toMatchObject({
      messageId: 12,
      dialogId: null,
      between: [503, 547],
      chatTitle: '',
    })
    expect(decodeForwardV2(null)).toBeNull()
    expect(decodeForwardV2({ id: 'nonsense' })).toBeNull()
  })
})
