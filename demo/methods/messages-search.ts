import { fileIdsOf, paramsOf, type Chat, type MoreFacts } from '../chats/chat.ts'
import { textOf, type Params } from '../php.ts'
import { accessError, PortalFailure } from '../portal-error.ts'
import { staff } from '../people.ts'
import { hash, pick } from '../random.ts'
import { portalDate, type WireMessage, type WireUser } from '../wire.ts'
import { chatByNumber, type MethodContext } from './context.ts'

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/

function dateOf(params: Params, name: string): number | null {
  const value = params[name]
  if (value === undefined || value === null || value === '') return null
  const text = textOf(value)
  if (!RFC_3339.test(text)) throw new PortalFailure(400, 'ERROR_ARGUMENT', `Wrong value of ${name}`)
  return Date.parse(text)
}

const camel = (user: Partial<WireUser>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(user).map(([key, value]) => [key.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]),
  )

/** A letter as itself in a pattern, whatever it is. */
const literal = (letter = ''): string => String.raw`\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`

/** Whether a text contains a phrase as `LIKE` compares: `%` and `_` stand for any letters, and a backslash for what follows it (§6.1). */
function finder(phrase: string): (text: string) => boolean {
  const needle = phrase.toLocaleLowerCase()
  if (!/[%_\\]/.test(needle)) return (text) => text.toLocaleLowerCase().includes(needle)
  const parts = [...needle.matchAll(/\\(?<taken>.)|(?<all>%)|(?<one>_)|(?<letter>.)/gsu)]
  const pattern = parts.map(({ groups: { taken, all, one, letter } = {} }) => (all ? '.*' : one ? '.' : literal(taken ?? letter)))
  const like = new RegExp(pattern.join(''), 'su')
  return (text) => like.test(text.toLocaleLowerCase())
}

/** First number whose message is not older than `time`; in a chat whose dates grow. */
function firstSince(chat: Chat, time: number, now: number): number {
  let low = 0
  let high = chat.count(now)
  while (low < high) {
    const middle = (low + high) >> 1
    if (Date.parse(chat.messageAt(middle, now).date) < time) low = middle + 1
    else high = middle
  }
  return low
}

/** A chat of so many messages is sorted by its dates; in longer ones they grow with the ids. */
const SORTED = 500

interface Range {
  readonly since: number | null
  /** Included. */
  readonly until: number | null
  /** Beyond which the page lies, by id. */
  readonly last: number | null
  readonly descending: boolean
}

/** Numbers of the messages that were sent between two instants, sorted by date and then by id as the portal sorts them. */
function* inOrder(chat: Chat, now: number, { since, until, last, descending }: Range): Generator<number> {
  const start = chat.startAt ?? 0
  const count = chat.count(now)
  if (count <= SORTED) {
    const dated = Array.from({ length: Math.max(0, count - start) }, (_, at) => {
      const n = start + at
      return { n, sentAt: Date.parse(chat.messageAt(n, now).date) || 0 }
    })
    const numbers = dated
      .filter(({ sentAt }) => (since === null || sentAt >= since) && (until === null || sentAt <= until))
      .filter(({ n }) => last === null || (descending ? chat.idAt(n) < last : chat.idAt(n) > last))
      .sort((a, b) => a.sentAt - b.sentAt || a.n - b.n)
      .map(({ n }) => n)
    yield* descending ? numbers.toReversed() : numbers
    return
  }
  let low = Math.max(start, since === null ? 0 : firstSince(chat, since, now))
  let high = until === null ? count : firstSince(chat, until + 1000, now)
  if (last !== null && descending) high = Math.min(high, chat.rankOf(last))
  if (last !== null && !descending) low = Math.max(low, chat.rankOf(last + 1))
  for (let n = descending ? high - 1 : low; n >= low && n < high; n += descending ? -1 : 1) yield n
}

/** Where a forwarded message came from; answers of this shape include it (`docs/bitrix24/rest.md` §4). */
function forwardOf(message: WireMessage, more: MoreFacts | undefined): unknown {
  if (more?.forward) return more.forward
  const params = paramsOf(message)
  const id = Array.isArray(params['FORWARD_ID']) ? textOf(params['FORWARD_ID'][0]) : ''
  return id === '' ? null : { id: `chat1489/${id}`, userId: 547, chatTitle: 'Project (documented example)', chatType: 'chat' }
}

const otherReactions = ['laugh', 'kiss', 'wonder', 'cry', 'angry', 'facepalm'] as const

/** Reactions of a message by name; some are not likes, which no other method returns. */
function reactionsOf(message: WireMessage, given: Readonly<Record<string, readonly number[]>> = {}): Record<string, number[]> {
  const likes = paramsOf(message)['LIKE']
  const reactions: Record<string, number[]> = {}
  if (Array.isArray(likes)) reactions['like'] = likes.map(Number)
  const id = Number(message.id)
  if (Number(message.author_id) > 0 && hash(id, 91) % 7 === 0) {
    const first = hash(id, 92) % staff.length
    reactions[pick(otherReactions, id, 93)] = staff.slice(first, first + 1 + (hash(id, 94) % 3)).map((user) => user.id)
  }
  for (const [name, userIds] of Object.entries(given)) reactions[name] = [...userIds]
  return Object.fromEntries(Object.entries(reactions).filter(([, userIds]) => userIds.length > 0))
}

function v2Message(chat: Chat, message: WireMessage): Record<string, unknown> {
  const more = chat.moreOf?.(Number(message.id))
  const params = { ...paramsOf(message), ...more?.params }
  return {
    id: message.id,
    chatId: message.chat_id,
    chat_id: message.chat_id,
    authorId: message.author_id,
    author_id: message.author_id,
    date: message.date,
    text: message.text,
    isSystem: Number(message.author_id) === 0,
    uuid: message.uuid ?? null,
    forward: forwardOf(message, more),
    // PHP writes an empty map as a list.
    params: Object.keys(params).length === 0 ? [] : params,
    viewedByOthers: true,
    unread: message.unread ?? false,
    viewed: true,
  }
}

/** Messages that those found reply to and that were not found themselves. */
function repliedTo(chat: Chat, found: readonly WireMessage[], now: number): WireMessage[] {
  const known = new Set(found.map((message) => Number(message.id)))
  const wanted = found.map((message) => {
    const id = Number(message.id)
    return Number({ ...paramsOf(message), ...chat.moreOf?.(id)?.params }['REPLY_ID'])
  })
  return [...new Set(wanted)].flatMap((id) => {
    const n = Number.isSafeInteger(id) && !known.has(id) ? chat.rankOf(id) : -1
    return n >= (chat.startAt ?? 0) && n < chat.count(now) && chat.idAt(n) === id ? [chat.messageAt(n, now)] : []
  })
}

/** The only pack of stickers whose pictures this portal has. */
const PACK_ID = 7

function stickersOf(found: readonly WireMessage[]): unknown[] {
  return found.flatMap((message) => {
    const { ID, PACK_ID: packId, PACK_TYPE: packType } = (paramsOf(message)['STICKER_PARAMS'] ?? {}) as Record<string, unknown>
    const id = Number(ID)
    if (packId !== PACK_ID) return []
    const uri = `/bitrix/services/main/ajax.php?action=disk.api.file.showImage&fileId=${id}&kind=image&w=160&h=160&width=160`
    return [{ id, packId, packType, uri, type: 'image', width: 160, height: 160 }]
  })
}

/** `im.dialog.messages.search`; `docs/bitrix24/rest.md` §6.1. */
export function messagesSearch(params: Params, context: MethodContext): unknown {
  const chatId = Number(params['CHAT_ID'])
  if (!(chatId > 0)) throw new PortalFailure(400, 'CHAT_ID_EMPTY', "Chat ID can't be empty")
  const chat = chatByNumber(context, chatId)
  if (!chat || chat.forbidden) throw accessError()
  const now = context.now
  const limit = Math.max(1, Math.min(200, Number(params['LIMIT'] ?? 50) || 50))
  const order = params['ORDER']
  const descending = typeof order === 'object' && order !== null && 'ID' in order ? (order as Params)['ID'] === 'DESC' : order === undefined
  const text = textOf(params['SEARCH_MESSAGE'])
  // Queries of two characters or fewer are silently ignored: everything is found.
  const isFound = [...text].length > 2 ? finder(text) : null
  const day = dateOf(params, 'DATE')
  const since = dateOf(params, 'DATE_FROM') ?? day
  const until = dateOf(params, 'DATE_TO') ?? (day === null ? null : day + 86_400_000)
  const start = chat.startAt ?? 0
  const last = params['LAST_ID'] === undefined || params['LAST_ID'] === null ? null : Number(params['LAST_ID'])
  const found: WireMessage[] = []
  // Of a chat whose beginning is hidden, whether the search has come to where that is.
  let reachesStart = true
  for (const n of inOrder(chat, now, { since, until, last, descending })) {
    reachesStart = n <= start
    const message = chat.messageAt(n, now)
    if (isFound === null || isFound(textOf(message.text))) found.push(message)
    if (found.length === limit) break
  }
  const users = new Map<number, unknown>()
  const files = new Map<number, unknown>()
  const additional = repliedTo(chat, found, now)
  for (const message of [...found, ...additional]) {
    const user = chat.user(Number(message.author_id))
    if (user?.id !== undefined) users.set(user.id, camel(user))
    for (const id of fileIdsOf(message)) {
      const file = chat.file(id)
      if (file) files.set(id, file)
    }
  }
  const reactions = found.flatMap((message) => {
    const byName = reactionsOf(message, chat.reactionsOf?.(Number(message.id)))
    const counters = Object.fromEntries(Object.entries(byName).map(([name, ids]) => [name, ids.length]))
    return Object.keys(byName).length > 0
      ? [{ messageId: message.id, reactionCounters: counters, reactionUsers: byName, ownReactions: [] }]
      : []
  })
  return {
    users: [...users.values()],
    files: [...files.values()],
    additionalMessages: additional.map((message) => v2Message(chat, message)),
    copilot: null,
    stickers: stickersOf(found),
    reactions,
    tariffRestrictions: { isHistoryLimitExceeded: chat.cutByPlan === true && reachesStart && found.length < limit },
    usersShort: [],
    messages: found.map((message) => v2Message(chat, message)),
    serverTime: portalDate(now),
  }
}
