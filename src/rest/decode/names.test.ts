import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DialogId } from '~/domain/ids'
import type { CallOptions, RestClient } from '../client/client.ts'
import { loadChatCard, loadRecentChats, searchChats } from '../methods/chats.ts'
import { decodeAttach, decodeKeyboard } from './decode-attach.ts'
import { decodeFile } from './decode-file.ts'
import { decodeForwardV2 } from './decode-forward-v2.ts'
import { decodeMessage } from './decode-message.ts'
import { decodeUser } from './decode-user.ts'

const PORTAL = 'https://acme.example'
// eslint-disable-next-line no-control-regex -- these are the characters to find
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

/** Names as somebody chose them who wants to deceive, also as older portals escape them and as nested data keeps emoji. */
const name = fc
  .array(
    fc.constantFrom('a', 'fdp.exe', ' ', '.pdf', '\u202e', '\u2066', '\u0000', '\u0007', '\u009b', '\n', '&#8238;', '&#x7;', ':e280ae:'),
    { minLength: 1 },
  )
  .map((parts) => parts.join(''))

/** All texts of a value, the message's own markup and its record apart: the one is cleaned where it is drawn, the other shown as sent. */
function textsOf(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null || key === 'raw') return []
  return Object.entries(value).flatMap(([of, inner]) => (of === 'text' && key === '' ? [] : textsOf(inner, of)))
}

/** A portal that gives one answer to all. */
const answering = (answer: unknown): RestClient =>
  ({
    portal: PORTAL,
    call: (_method: string, _params: unknown, _options?: CallOptions) => Promise.resolve(answer),
    collect: () => Promise.resolve(answer),
  }) as unknown as RestClient

it('names, titles and texts come without characters that are not seen, wherever they stand', async () => {
  await fc.assert(
    fc.asyncProperty(name, async (own) => {
      const entry = { NAME: own, DESC: own, VALUE: own, LINK: '/x', AVATAR: '/x.png' }
      const decoded: unknown[] = [
        decodeUser({ id: 1, name: own, work_position: own, email: own, phones: { work_phone: own } }, PORTAL),
        decodeUser({ id: 1, first_name: own, last_name: own }, PORTAL),
        decodeFile({ id: 1, name: own, extension: own, type: 'file' }, PORTAL),
        decodeFile({ id: 1, name: own, type: 'image' }, PORTAL),
        decodeForwardV2({ id: 'chat1/2', chatTitle: own }),
        decodeMessage({ id: 1, author_id: 7, text: own, params: { NAME: own, COMPONENT_ID: own, STICKER_PARAMS: { ID: own } } }, PORTAL),
        ...decodeAttach(
          [{ BLOCKS: [{ USER: entry }, { LINK: entry }, { FILE: entry }, { GRID: [entry] }, { IMAGE: entry }, { MESSAGE: own }] }],
          PORTAL,
        ),
        ...decodeKeyboard(
          [
            { TEXT: own, ACTION: 'COPY', ACTION_VALUE: own },
            { TEXT: own, COMMAND: 'x', COMMAND_PARAMS: own },
          ],
          PORTAL,
        ),
        await loadChatCard(answering({ id: 1, name: own }), 'chat1' as DialogId),
        await loadRecentChats(answering({ items: [{ id: 'chat1', title: own, message: { text: own } }] }), 0),
        await searchChats(answering([{ id: 1, name: own }]), 'x'),
      ]
      for (const text of decoded.flatMap((value) => textsOf(value))) expect(text).not.toMatch(HIDDEN)
    }),
  )
})

it('a name is one line: what follows a break cannot pass for another message where names are copied', () => {
  const message = decodeMessage({ id: 1, author_id: 7, text: '', params: { NAME: 'Anna\n[22.11.2026 14:05] Boss: pay' } }, PORTAL)
  expect(message).toMatchObject({ shownAs: { name: 'Anna [22.11.2026 14:05] Boss: pay' } })
  expect(decodeFile({ id: 1, name: 'a\nb.pdf', type: 'file' }, PORTAL)?.name).toBe('a b.pdf')
})
