import { describe, expect, it } from 'vitest'
import type { TextMessage } from '~/domain/message'
import { decodeMessage } from './decode-message.ts'
import { decodeForward, decodeNature } from './decode-nature.ts'
import { samples } from '~/testing/samples'

const PORTAL = 'https://acme.example'

const natureOf = (name: string) => {
  const sample = samples.find((entry) => entry.case === name)
  return decodeNature(decodeMessage(sample?.message, PORTAL) as TextMessage)
}
const made = (params: Record<string, unknown>) =>
  decodeNature(decodeMessage({ id: 1, author_id: 2, text: 'x', params }, PORTAL) as TextMessage)

describe('the nature of a message', () => {
  it('is told by its params, whatever types they have', () => {
    expect(natureOf('pinned')).toMatchObject({ pinned: true })
    expect(natureOf('plain english')).toEqual({
      pinned: false,
      disappearsAt: null,
      forwarded: null,
      replyTo: null,
      sticker: null,
      topic: null,
    })
    expect(made({ REPLY_ID: '100004' })).toMatchObject({ replyTo: 100_004 })
    expect(made({ REPLY_ID: 100_004 })).toMatchObject({ replyTo: 100_004 })
    expect(made({ FORWARD_ID: ['84877'] })).toMatchObject({ forwarded: { messageId: 84_877, dialogId: null } })
    expect(made({ STICKER_PARAMS: { ID: 12, PACK_ID: 3 } })).toMatchObject({ sticker: '3/12' })
    expect(made({ STICKER_PARAMS: [] })).toMatchObject({ sticker: null })
  })

  it.each([
    ['CallMessage', 'call'],
    ['ConferenceCreationMessage', 'call'],
    ['VoteMessage', 'poll'],
    ['ChatCopilotCreationMessage', 'copilot'],
    ['TaskChatMessage', 'task'],
    ['CalendarEventMessage', 'meeting'],
    ['ImOpenLinesForm', 'form'],
    ['SomethingNew', 'other'],
  ])('with the component %s is about: %s', (id, name) => expect(made({ COMPONENT_ID: id }).topic).toEqual({ name, id }))

  it('that was forwarded names its origin where an answer tells it', () => {
    expect(decodeForward({ id: 'chat5/84877', userId: '7', chatTitle: 'Sales' })).toEqual({
      messageId: 84_877,
      dialogId: 'chat5',
      authorId: 7,
      chatTitle: 'Sales',
    })
    expect(decodeForward(null)).toBeNull()
    expect(decodeForward({ id: 'nonsense' })).toBeNull()
  })
})
