import { hash, pick, unit } from '../random.ts'
import { GONE_ID, OWNER_ID, staff, userById } from '../people.ts'
import { portalDate, portalDayStart, type WireFile, type WireMessage } from '../wire.ts'
import { Calendar } from './calendar.ts'
import type { Chat } from './chat.ts'
import { generatedFile, fileIdFor } from './generated-files.ts'
import { scenarios, type Line } from './scenarios.ts'

export interface GeneratedOptions {
  readonly chatId: number
  readonly dialogId: string
  readonly title: string
  readonly type?: string
  readonly color?: string
  readonly count: number
  /** First day, epoch ms. */
  readonly from: number
  readonly days: number
  readonly members?: readonly number[]
  readonly unread?: number
  readonly shuffled?: boolean
  readonly startAt?: number
  readonly cutByPlan?: boolean
  readonly entity?: { readonly type: string; readonly id: string }
}

const LINES = 12
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const
const daysRu = ['в понедельник', 'во вторник', 'в среду', 'в четверг', 'в пятницу'] as const

const english = new Intl.NumberFormat('en-US')
const russian = new Intl.NumberFormat('ru-RU')

/** Ids are portal-wide: strictly growing, with gaps of one to nine. */
export const idAt = (chatId: number, n: number): number => chatId * 10 + 1_000 + n * 5 + (hash(chatId, 11, n) % 5)

/** Numbers of messages below an id; the inverse of `idAt`. */
export function rankOf(chatId: number, count: number, id: number): number {
  const guess = Math.floor((id - chatId * 10 - 1_000) / 5)
  let n = Math.max(0, Math.min(count, guess - 1))
  while (n < count && idAt(chatId, n) < id) n++
  return n
}

/** A chat whose message n is a pure function of n. */
export function generatedChat(options: GeneratedOptions): Chat {
  const { chatId, count } = options
  const members = options.members ?? [OWNER_ID, ...staff.map((user) => user.id)]
  const calendar = new Calendar(chatId, portalDayStart(options.from), options.days, count)
  const writers = members.filter((id) => id !== OWNER_ID)

  function speakers(block: number): readonly [number, number, number] {
    const [only] = writers
    if (writers.length === 1 && only !== undefined) return [only, OWNER_ID, only]
    const a = hash(chatId, 21, block) % writers.length
    const b = (a + 1 + (hash(chatId, 22, block) % Math.max(1, writers.length - 1))) % writers.length
    const third = unit(chatId, 23, block) < 0.15 ? OWNER_ID : (writers[(b + 1) % writers.length] as number)
    return [writers[a] as number, writers[b] as number, third]
  }

  function textOf(block: number, line: Line): string {
    const n = 3 + (hash(chatId, 31, block) % 38)
    const c = speakers(block)[2]
    // Made where a line has them: a search looks through many thousands of texts.
    const values: Record<string, () => string> = {
      order: () => `#${8000 + (hash(chatId, 32, block) % 1900)}`,
      day: () => pick(days, chatId, 33, block),
      dayRu: () => pick(daysRu, chatId, 33, block),
      n: () => String(n),
      sum: () => `€${english.format(n * 1170)}`,
      sumRu: () => `${russian.format(n * 117_300).replaceAll('\u00a0', ' ')} ₽`,
      c: () => String(c),
      cName: () => userById(c)?.name ?? 'User',
    }
    const filled = line[1].replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name]?.() ?? whole)
    // The portal wraps bare links (`docs/bitrix24/bbcode.md` §1.3).
    return filled.replaceAll(/(?<=^|\s)https?:\/\/[^\s[\]]+/g, (link) => `[URL]${link}[/URL]`)
  }

  function messageAt(n: number, now: number): WireMessage {
    const id = idAt(chatId, n)
    const sentAt = calendar.timeOf(n)
    const unread = n >= chat.readCount(now)
    const base = { id, chat_id: chatId, date: portalDate(sentAt), unread, uuid: null, replaces: [], disappearing_date: null }
    if (n === 0) {
      return {
        ...base,
        author_id: 0,
        text: `[USER=${writers[0]} REPLACE]${userById(writers[0] as number)?.name}[/USER] created the chat`,
        params: { NOTIFY: 'N' },
      }
    }
    const block = Math.floor(n / LINES)
    const scenario = pick(scenarios, chatId, 41, block)
    const line = scenario[n % LINES] as Line
    if (unit(chatId, 42, n) < 0.006) {
      const joined = pick(writers, chatId, 43, n)
      const by = pick(writers, chatId, 44, n)
      return {
        ...base,
        author_id: 0,
        text: `[USER=${by} REPLACE]${userById(by)?.name}[/USER] invited to the chat [USER=${joined} REPLACE]${userById(joined)?.name}[/USER]`,
        params: { CODE: ['CHAT_JOIN'], NOTIFY: 'N' },
      }
    }
    const [a, b, c] = speakers(block)
    const gone = unit(chatId, 45, block) < 0.02
    const author = gone && line[0] === 'b' ? GONE_ID : { a, b, c }[line[0]]
    const params: Record<string, unknown> = {}
    let text = textOf(block, line)
    switch (line[2]) {
      case 'image':
      case 'pdf':
      case 'sheet':
      case 'voice':
        params['FILE_ID'] = [fileIdFor(id, 0)]
        break
      case 'album':
        params['FILE_ID'] = [0, 1, 2, 3].slice(0, 2 + (hash(chatId, 46, n) % 3)).map((k) => fileIdFor(id, k))
        break
      case 'liked':
        params['LIKE'] = writers.slice(0, 1 + (hash(chatId, 47, n) % 4))
        break
      case 'edited':
        params['IS_EDITED'] = 'Y'
        break
      case 'deleted':
        return { ...base, author_id: author, text: 'Это сообщение было удалено.', params: { IS_DELETED: 'Y' } }
      case 'quote': {
        const quoted = scenario[(n % LINES) - 1] as Line
        const by = { a, b, c }[quoted[0]]
        const dashes = '-'.repeat(54)
        const at = portalDate(calendar.timeOf(n - 1))
        text = `${dashes}\n${userById(by)?.name ?? 'User'} [${at.slice(8, 10)}.${at.slice(5, 7)}.${at.slice(0, 4)} ${at.slice(11, 16)}] #chat${chatId}/${idAt(chatId, n - 1)}\n${textOf(block, quoted)}\n${dashes}\n${text}`
        break
      }
      case undefined:
        break
    }
    return { ...base, author_id: author, text, params: Object.keys(params).length > 0 ? params : [] }
  }

  const chat: Chat = {
    chatId,
    dialogId: options.dialogId,
    title: options.title,
    type: options.type ?? 'chat',
    color: options.color ?? '#3d8b6d',
    createdAt: options.from,
    members,
    ...(options.entity ? { entity: options.entity } : {}),
    ...(options.shuffled ? { shuffled: true } : {}),
    ...(options.startAt === undefined ? {} : { startAt: options.startAt }),
    ...(options.cutByPlan ? { cutByPlan: true } : {}),
    count: () => count,
    idAt: (n) => idAt(chatId, n),
    rankOf: (id) => rankOf(chatId, count, id),
    messageAt,
    user: (id) => userById(id),
    file(id): WireFile | undefined {
      const messageId = Math.floor(id / 10)
      const n = rankOf(chatId, count, messageId)
      if (n >= count || idAt(chatId, n) !== messageId) return undefined
      const line = pick(scenarios, chatId, 41, Math.floor(n / LINES))[n % LINES] as Line
      const kind = line[2]
      if (kind !== 'image' && kind !== 'album' && kind !== 'pdf' && kind !== 'sheet' && kind !== 'voice') return undefined
      return generatedFile({
        id,
        chatId,
        kind: kind === 'album' ? 'image' : kind,
        sentAt: calendar.timeOf(n),
        authorId: writers[0] as number,
      })
    },
    readCount: () => count - (options.unread ?? 0),
  }
  return chat
}
