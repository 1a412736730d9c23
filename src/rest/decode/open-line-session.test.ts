import { expect, it } from 'vitest'
import { openLineWire } from '~/testing/open-line-wire'
import { decodeFiles } from './decode-file.ts'
import { decodeMessage } from './decode-message.ts'
import { decodeUsers } from './decode-user.ts'
import { openLineSession } from './open-line-session.ts'

const portal = 'https://portal.example'

it('a conversation is read by those who read a chat: messages by id, people, files, and a card', () => {
  const wire = openLineWire(
    [
      { id: 9, by: 607, text: '[B]yes[/B]', params: { fileId: [5437], replyId: 7, connectorMid: ['85853'] } },
      { id: 7, text: 'one' },
      { id: 8, by: 0, text: 'closed', params: { class: 'bx-messenger-content-item-ol-end' } },
    ],
    [
      {
        id: 5437,
        chatid: 1763,
        type: 'image',
        name: '2311.png',
        image: { width: 646, height: 615 },
        urlpreview: '/preview',
        urlshow: '/show',
        isvoicenote: false,
        mediaurl: { preview: { '250': '/small' } },
      },
    ],
  )
  const { messages, users, files, card, chatId } = openLineSession(wire)
  const read = messages.map((message) => decodeMessage(message, portal))
  expect(read.map((message) => [message?.id, message?.kind])).toEqual([
    [7, 'message'],
    [8, 'system'],
    [9, 'message'],
  ])
  expect(read[2]).toMatchObject({ authorId: 607, chatId: 1763, text: '[B]yes[/B]', fileIds: [5437], replyTo: 7, unread: false })
  expect(decodeUsers(users, portal)).toMatchObject([
    { id: 607, name: 'Elena García', position: 'Support', kind: 'user' },
    { id: 701, name: 'Ivan Petrov', kind: 'connector' },
  ])
  expect(decodeFiles(files, portal)).toMatchObject([
    { id: 5437, chatId: 1763, size: { width: 646, height: 615 }, previewUrl: `${portal}/preview`, showUrl: `${portal}/show` },
  ])
  expect(chatId).toBe(1763)
  expect(card).toMatchObject({
    name: 'Ivan Petrov · Website',
    message_count: 3,
    user_counter: 2,
    counter: 0,
    last_message_id: 9,
    entity_type: 'LINES',
  })
})

it('cards and keyboards of a message are read, whose names are written in small letters', () => {
  const params = {
    attach: [
      { id: 1, color: '#df532d', blocks: [{ message: 'Claim' }, { grid: [{ display: 'ROW', name: 'Order', value: '8061', userId: 5 }] }] },
    ],
    keyboard: [{ text: 'Site', link: 'https://example.com/', bgColor: '#ffffff', type: 'BUTTON' }],
  }
  const [message] = openLineSession(openLineWire([{ id: 1, params }])).messages
  expect(decodeMessage(message, portal)).toMatchObject({
    attaches: [
      {
        blocks: [
          { type: 'message', text: 'Claim' },
          { type: 'grid', cells: [{ name: 'Order', value: '8061', leadsTo: { dialog: '5' } }] },
        ],
      },
    ],
    keyboard: expect.anything() as unknown,
  })
})

it('maps that PHP writes as lists, and a list of messages, are read too', () => {
  const wire = {
    ...openLineWire([]),
    message: [
      { id: 3, senderid: 701, text: 'three', params: [] },
      { id: '2', senderid: '701', text: 'two' },
    ],
    users: [],
    chat: [],
  }
  const { messages, card } = openLineSession(wire)
  expect(messages.map(({ id }) => id)).toEqual([2, 3])
  expect(card).toMatchObject({ id: 1763, name: '' })
  expect(openLineSession({ ...wire, message: [] }).messages).toEqual([])
})

it('a record that cannot be read keeps its place', () => {
  const wire = openLineWire([{ id: 1 }, { id: 3 }])
  wire.message['2'] = 'garbage'
  wire.message['4'] = { id: '4', senderid: 'x', text: 'y' }
  const read = openLineSession(wire).messages.map((message) => decodeMessage(message, portal))
  expect(read.map((message) => [message?.id, message?.kind])).toEqual([
    [1, 'message'],
    [2, 'unknown'],
    [3, 'message'],
    [4, 'unknown'],
  ])
})

it('what is no conversation is said to be none', () => {
  for (const answer of [null, false, [], { chatId: 1 }, { ...openLineWire([]), message: null }])
    expect(() => openLineSession(answer)).toThrow(expect.objectContaining({ code: 'contract' }))
})
