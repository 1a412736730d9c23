import { OWNER_ID, staff } from '../people.ts'
import { portalDate, type WireFile, type WireMessage } from '../wire.ts'
import type { Chat, MoreFacts } from './chat.ts'
import { fileIdFor, generatedFile, type FileKind } from './generated-files.ts'
import { listedChat } from './listed.ts'

const CHAT_ID = 90
const FIRST_ID = 900_000
const BEFORE = 300
const FROM = Date.UTC(2026, 9, 26, 6)

const small = ['Принято.', 'On it.', 'Проверяю, отвечу после обеда.', 'The list is in the folder.', 'Спасибо!', 'Noted, thank you.']

interface RareFile {
  readonly kind: FileKind
  readonly changes?: Readonly<Record<string, unknown>>
}

/** A kind of message that the shared samples do not have, or that only the search tells all of. */
interface RareMessage {
  readonly name: string
  readonly author?: number | null
  readonly text: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly files?: readonly RareFile[]
  readonly more?: MoreFacts
}

/** Of a finished file whose content has had one version only (`docs/bitrix24/rest.md` §5.1). */
const oneVersion = { status: 'upload', progress: -1 }
const button = (text: string, more: Readonly<Record<string, unknown>>) => ({
  TYPE: 'BUTTON',
  BOT_ID: 612,
  TEXT: text,
  VOTE: 'N',
  BLOCK: 'N',
  WAIT: 'N',
  CONTEXT: 'ALL',
  DISABLED: 'N',
  DISPLAY: 'LINE',
  ...more,
})

const rareMessages: readonly RareMessage[] = [
  {
    name: 'finished picture with status upload',
    text: 'Стеллаж после ремонта',
    files: [{ kind: 'image', changes: { ...oneVersion, image: { width: '800', height: '600' } } }],
  },
  { name: 'finished document with status upload', text: '', files: [{ kind: 'pdf', changes: oneVersion }] },
  { name: 'finished voice note with status upload', text: '', files: [{ kind: 'voice', changes: oneVersion }] },
  { name: 'file that is being uploaded', text: '', files: [{ kind: 'image', changes: { status: 'upload', progress: 40 } }] },
  { name: 'file without a byte', text: '', files: [{ kind: 'image', changes: { ...oneVersion, size: 0, image: false } }] },
  { name: 'system message with a recording', author: 0, text: 'Call ended, 12 min 40 s', files: [{ kind: 'voice' }] },
  { name: 'system message with pictures', author: 0, text: 'Camera 4: movement at night', files: [{ kind: 'image' }, { kind: 'image' }] },
  {
    name: 'system message under a name',
    author: 0,
    text: 'The weekly report is ready.',
    params: { NAME: 'Reports &amp; figures', AVATAR: '/upload/reports.png' },
  },
  { name: 'system message under a user', author: 0, text: 'Approved by the head of logistics.', params: { USER_ID: 601 } },
  {
    name: 'system message with a card',
    author: 0,
    text: '',
    params: {
      ATTACH: [
        {
          ID: 1,
          COLOR: '#aac337',
          DESCRIPTION: '',
          BLOCKS: [{ MESSAGE: 'New application from the site' }, { GRID: [{ DISPLAY: 'ROW', NAME: 'Client', VALUE: 'Meridian LLC' }] }],
        },
      ],
    },
  },
  {
    name: 'system message with a keyboard',
    author: 0,
    text: 'Was the answer helpful?',
    params: {
      KEYBOARD: [
        button('Open the page', { LINK: 'https://example.com/?a=1&amp;b=2' }),
        button('Yes', { ACTION: 'SEND', ACTION_VALUE: 'yes' }),
      ],
    },
  },
  { name: 'author null', author: null, text: 'Written by nobody: the record has no author.' },
  {
    name: 'keyboard and blocks as maps',
    author: 612,
    text: 'PHP wrote these lists with gaps in their keys.',
    params: {
      KEYBOARD: { 0: button('First', { LINK: 'https://example.com/first' }), 2: button('Third', { LINK: 'https://example.com/third' }) },
      ATTACH: [
        { ID: 2, COLOR: '#2f7fb8', DESCRIPTION: '', BLOCKS: { 0: { MESSAGE: 'The first block' }, 3: { MESSAGE: 'The fourth block' } } },
      ],
    },
  },
  {
    name: 'somebody joins',
    author: 0,
    text: '[USER=602 REPLACE]Anna Johnson[/USER] joined the chat',
    params: { CODE: ['USER_JOIN'], NOTIFY: 'N' },
  },
  {
    name: 'somebody is invited',
    author: 0,
    text: '[USER=601 REPLACE]John Smith[/USER] invited to the chat [USER=604 REPLACE]Maria Kim[/USER]',
    params: { CODE: ['CHAT_JOIN'], NOTIFY: 'N' },
  },
  {
    name: 'somebody leaves',
    author: 0,
    text: '[USER=604 REPLACE]Maria Kim[/USER] left the chat',
    params: { CODE: ['CHAT_LEAVE'], NOTIFY: 'N' },
  },
  { name: 'event of which everybody was notified', author: 0, text: 'The chat is closed from Friday on.', params: { NOTIFY: [503, 601] } },
  { name: 'reply that only the search tells', author: 602, text: 'Yes, with the second truck.', more: { params: { REPLY_ID: idOf(10) } } },
  { name: 'reply to the message before it', author: 604, text: 'And the papers?', more: { params: { REPLY_ID: idOf(BEFORE + 17) } } },
  {
    name: 'forward from a private dialog',
    author: 547,
    text: 'The keys are with the guard.',
    params: { FORWARD_ID: ['6500'] },
    more: { forward: { id: '503:547/6500', userId: 547, chatTitle: null, chatType: 'private' } },
  },
  {
    name: 'forward from a private dialog of others',
    author: 601,
    text: 'They agree to the price.',
    params: { FORWARD_ID: ['6501'] },
    more: { forward: { id: '601:602/6501', userId: 602, chatTitle: null, chatType: 'private' } },
  },
  {
    name: 'forward from a chat',
    author: 601,
    text: 'The carrier confirmed.',
    params: { FORWARD_ID: ['51006'] },
    more: { forward: { id: 'chat20/51006', userId: 602, chatTitle: 'Deal #8061 · Meridian LLC', chatType: 'crm' } },
  },
  { name: 'sticker with a picture', author: 607, text: '', params: { STICKER_PARAMS: { ID: 4, PACK_ID: 7, PACK_TYPE: 'vendor' } } },
  { name: 'the last one', author: 601, text: 'That is all.' },
]

function idOf(n: number): number {
  return FIRST_ID + n * 3
}

/** Id of one of these messages, by its name. */
export function rareMessageId(name: string): number {
  const at = rareMessages.findIndex((rare) => rare.name === name)
  if (at < 0) throw new Error(`the demo portal has no “${name}”`)
  return idOf(BEFORE + at)
}

/** Messages that portals do send and the shared samples do not have, after others to which they reply. */
export function rareChat(): Chat {
  const files: WireFile[] = []
  const more = new Map<number, MoreFacts>()
  const messages = Array.from({ length: BEFORE + rareMessages.length }, (_, n): WireMessage => {
    const id = idOf(n)
    const sentAt = FROM + n * 9 * 60_000
    const authorId = staff[n % 9]?.id ?? OWNER_ID
    const base = { id, chat_id: CHAT_ID, date: portalDate(sentAt), unread: false, uuid: null, replaces: [], disappearing_date: null }
    const rare = rareMessages[n - BEFORE]
    if (!rare)
      return {
        ...base,
        author_id: authorId,
        text: n === 10 ? 'Will the pallets for order #8061 fit?' : small[n % small.length],
        params: [],
      }
    const fileIds = (rare.files ?? []).map(({ kind, changes }, k) => {
      const file = generatedFile({ id: fileIdFor(id, k), chatId: CHAT_ID, kind, sentAt, authorId, size: [800, 600] })
      files.push({ ...file, ...changes })
      return file.id
    })
    if (rare.more) more.set(id, rare.more)
    const params = { ...rare.params, ...(fileIds.length > 0 ? { FILE_ID: fileIds } : {}) }
    return {
      ...base,
      author_id: rare.author === undefined ? authorId : (rare.author as number),
      text: rare.text,
      params: Object.keys(params).length > 0 ? params : [],
    }
  })
  return {
    ...listedChat({
      chatId: CHAT_ID,
      dialogId: 'chat90',
      title: 'Rare kinds of messages',
      color: '#8474c8',
      createdAt: FROM,
      messages,
      files,
      users: staff,
    }),
    moreOf: (id) => more.get(id),
  }
}
