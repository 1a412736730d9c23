import { clients, OWNER_ID, staff, userById } from '../people.ts'
import { hash, pick } from '../random.ts'
import { portalDate, type WireFile, type WireMessage, type WireUser } from '../wire.ts'
import type { Chat } from './chat.ts'
import { fileIdFor, generatedFile, type FileKind } from './generated-files.ts'
import { listedChat } from './listed.ts'

/** A conversation of an open channel: a part of its chat. */
export interface LineSession {
  readonly id: number
  readonly chatId: number
  /** Ascending by id, as `im.dialog.messages.get` would write them. */
  readonly messages: readonly WireMessage[]
  readonly files: readonly WireFile[]
}

/** A chat of an open channel. */
export interface LineChat {
  readonly chatId: number
  readonly title: string
  readonly connector: string
  readonly connectorTitle: string
  /** `connector|line|chat|user`. */
  readonly entityId: string
  readonly operatorId: number
  readonly clientId: number
  /** What it belongs to in the CRM, such as `deal|8061`. */
  readonly crm: readonly string[]
  /** Nobody but its operators may read it, by whatever method. */
  readonly closed?: boolean
  /** By its number alone the last conversation is given too. */
  readonly opensByChat?: boolean
}

const DAY = 86_400_000
const MINUTE = 60_000

export const lineChats: readonly LineChat[] = [
  {
    chatId: 1763,
    title: 'Ivan Petrov · Website',
    connector: 'livechat',
    connectorTitle: 'Live chat',
    entityId: 'livechat|22|1761|701',
    operatorId: 607,
    clientId: 701,
    crm: ['deal|8061', 'deal|8062', 'contact|12'],
  },
  {
    chatId: 1764,
    title: 'Мария Орлова · Телеграм',
    connector: 'telegrambot',
    connectorTitle: 'Telegram',
    entityId: 'telegrambot|3|9001|702',
    operatorId: 606,
    clientId: 702,
    crm: ['deal|8061', 'deal|8062'],
    opensByChat: true,
  },
  {
    chatId: 1765,
    title: 'VIP clients',
    connector: 'whatsappbytwilio',
    connectorTitle: 'WhatsApp',
    entityId: 'whatsappbytwilio|5|9002|703',
    operatorId: 604,
    clientId: 703,
    crm: ['deal|8063'],
    closed: true,
  },
]

interface Written {
  readonly by: 'client' | 'operator' | 'system'
  readonly text: string
  readonly file?: FileKind
  /** To the message so many lines before. */
  readonly repliesTo?: number
  readonly params?: Readonly<Record<string, unknown>>
}

const short: readonly Written[] = [
  { by: 'system', text: 'The conversation has begun', params: { CLASS: 'bx-messenger-content-item-ol-start' } },
  { by: 'client', text: 'Hello! Do you deliver to Tallinn?' },
  { by: 'operator', text: 'Hello, Ivan. Yes, within four working days. Which order is it?' },
  { by: 'client', text: 'Order 8061, two pallets.' },
  { by: 'operator', text: 'Thank you, I will find out and write back.' },
  { by: 'system', text: 'The conversation is closed', params: { CLASS: 'bx-messenger-content-item-ol-end' } },
]

const long: readonly Written[] = [
  { by: 'system', text: 'The conversation has begun', params: { CLASS: 'bx-messenger-content-item-ol-start' } },
  { by: 'client', text: 'Good morning, one pallet has arrived damaged.' },
  { by: 'client', text: '', file: 'image' },
  { by: 'system', text: '[USER=607]Elena García[/USER] has taken the conversation', params: { CODE: ['USER_JOIN'], NOTIFY: 'N' } },
  { by: 'operator', text: 'I am sorry to see that. Is the stretch film torn on [B]both[/B] sides?', repliesTo: 2 },
  { by: 'client', text: 'Only at the left. The driver has signed the act.' },
  { by: 'client', text: 'Here it is', file: 'pdf' },
  {
    by: 'operator',
    text: 'Thank you. I have opened a claim.',
    params: {
      ATTACH: [
        {
          ID: 1,
          COLOR: '#df532d',
          BLOCKS: [
            { MESSAGE: '[B]Claim 4471[/B]' },
            {
              GRID: [
                { DISPLAY: 'ROW', NAME: 'Order', VALUE: '8061' },
                { DISPLAY: 'ROW', NAME: 'Pallets', VALUE: '1' },
              ],
            },
          ],
        },
      ],
    },
  },
  { by: 'client', text: '', file: 'voice' },
  { by: 'operator', text: 'A new pallet leaves on Monday: [URL]https://track.example.com/8061[/URL]' },
  { by: 'operator', text: 'What was said before is in [CHAT=imol|39]the conversation of May[/CHAT].' },
  { by: 'client', text: 'Perfect, thank you!', params: { LIKE: [607] } },
  { by: 'system', text: 'The conversation is closed', params: { CLASS: 'bx-messenger-content-item-ol-end' } },
]

const chatter = [
  'Добрый день! Когда приедет машина?',
  'Добрый день, Мария. Сегодня после обеда.',
  'Хорошо, ждём.',
  'Подскажите номер накладной?',
  'Накладная 4471-{n}, копию отправил на почту.',
  'Получили, спасибо.',
  'И ещё вопрос про счёт {n}.',
  'Счёт {n} оплачен, всё в порядке.',
] as const

/** A client and an operator, day after day. */
const endless = (count: number): Written[] =>
  Array.from({ length: count }, (_, n): Written => {
    if (n === 0) return { by: 'system', text: 'Диалог начат', params: { CLASS: 'bx-messenger-content-item-ol-start' } }
    const text = (chatter[n % chatter.length] as string).replaceAll('{n}', String(1_000 + n))
    if (n % 97 === 50) return { by: 'client', text: '', file: 'image' }
    return { by: n % 2 === 0 ? 'client' : 'operator', text, ...(n % 53 === 5 && { repliesTo: 3 }) }
  })

interface SessionPlan {
  readonly id: number
  readonly chatId: number
  readonly from: number
  /** Between two lines, ms. */
  readonly pace: number
  readonly firstId: number
  readonly lines: readonly Written[]
}

function written({ id, chatId, from, pace, firstId, lines }: SessionPlan): LineSession {
  const chat = lineChats.find((line) => line.chatId === chatId) as LineChat
  const idAt = (n: number) => firstId + n * 3
  const files: WireFile[] = []
  const messages = lines.map((line, n): WireMessage => {
    const authorId = { client: chat.clientId, operator: chat.operatorId, system: 0 }[line.by]
    const sentAt = from + n * pace
    const params: Record<string, unknown> = { ...line.params }
    if (line.file) {
      const file = generatedFile({ id: fileIdFor(idAt(n), 0), chatId, kind: line.file, sentAt, authorId })
      files.push(file)
      params['FILE_ID'] = [file.id]
    }
    if (line.repliesTo !== undefined) params['REPLY_ID'] = idAt(n - line.repliesTo)
    if (line.by === 'client') params['CONNECTOR_MID'] = [String(hash(chatId, 1, n))]
    return {
      id: idAt(n),
      chat_id: chatId,
      author_id: authorId,
      date: portalDate(sentAt),
      text: line.text,
      params,
    }
  })
  return { id, chatId, messages, files }
}

const may = Date.UTC(2026, 4, 12, 7)
const november = Date.UTC(2026, 10, 9, 6)

/** Each chat's in order, the last one last. */
export const lineSessions: readonly LineSession[] = [
  written({ id: 39, chatId: 1763, from: may, pace: 3 * MINUTE, firstId: 400_001, lines: short }),
  written({ id: 41, chatId: 1763, from: november, pace: 4 * MINUTE, firstId: 700_001, lines: long }),
  written({ id: 44, chatId: 1764, from: Date.UTC(2026, 8, 1, 6), pace: DAY / 24, firstId: 500_001, lines: endless(1_500) }),
  written({ id: 47, chatId: 1765, from: november, pace: MINUTE, firstId: 720_001, lines: short }),
]

export const lineUsers = (chat: LineChat): WireUser[] => [chat.operatorId, chat.clientId].flatMap((id) => userById(id) ?? [])

/** Their chats, of which the reader is no participant: `im` refuses them. */
export const lineChatsAsChats = (): Chat[] =>
  lineChats.map(({ chatId, title, entityId }) =>
    listedChat({
      chatId,
      dialogId: `chat${chatId}`,
      title,
      type: 'lines',
      color: pick(['#c2743a', '#2f7fb8', '#58cc47'], chatId),
      createdAt: may,
      messages: [],
      users: [],
      files: [],
      members: [...staff, ...clients].filter(({ id }) => id !== OWNER_ID).map(({ id }) => id),
      entity: { type: 'LINES', id: entityId },
      forbidden: true,
    }),
  )
