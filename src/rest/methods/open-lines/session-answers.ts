import { PortalError } from '~/domain/portal/portal-error'
import type { RestParams } from '../../client/client.ts'
import type { OpenLineSession } from '../../decode/open-line-session.ts'
import { epochMs, idList, phpMap, text, wireId } from '../../decode/wire.ts'

/** What a portal would answer about a chat, from a conversation in memory; `next` and `total` as of a list. */
export interface SessionAnswer {
  readonly result: unknown
  readonly next?: number
  readonly total?: number
}

type Answering = (session: OpenLineSession, params: RestParams) => SessionAnswer
type Messages = OpenLineSession['messages']

const isGiven = (value: unknown): boolean => value !== undefined && value !== null

/** @throws {PortalError} as the portal would for what is no id */
function cursorOf(params: RestParams, name: 'FIRST_ID' | 'LAST_ID'): number | null {
  if (!isGiven(params[name])) return null
  const id = wireId(params[name])
  if (id === null) throw new PortalError('rejected', 'The cursor is no id.', { detail: `${name}_STRING` })
  return id
}

const limitOf = ({ LIMIT }: RestParams, usual: number, most: number): number => {
  const limit = wireId(LIMIT) ?? 0
  return limit > 0 ? Math.min(most, limit) : usual
}

const filesOf = ({ files }: OpenLineSession, messages: Messages): OpenLineSession['files'] => {
  const wanted = new Set(messages.flatMap(({ params }) => idList(phpMap(params)['FILE_ID'])))
  return files.filter(({ id }) => wanted.has(wireId(id) ?? 0))
}

/** `docs/bitrix24/rest.md` §3. All people come with each page: they are few, and a system's line may name any of them. */
const messagesGet: Answering = (session, params) => {
  const { messages } = session
  const limit = limitOf(params, 20, 50)
  const [first, last] = [cursorOf(params, 'FIRST_ID'), cursorOf(params, 'LAST_ID')]
  const page =
    first !== null
      ? messages.filter(({ id }) => id > first).slice(0, limit)
      : messages
          .filter(({ id }) => last === null || last === 0 || id < last)
          .slice(-limit)
          .toReversed()
  return { result: { chat_id: session.chatId, messages: page, users: session.users, files: filesOf(session, page) } }
}

/** Of those below, the portal says that it drops them; `docs/bitrix24/rest.md` §6.1. */
const LEAST_PHRASE = 3

/** `docs/bitrix24/rest.md` §6.1, but for wild cards. */
const messagesSearch: Answering = (session, params) => {
  const phrase = text(params['SEARCH_MESSAGE']).toLocaleLowerCase()
  const [since, until] = [epochMs(params['DATE_FROM']) ?? -Infinity, epochMs(params['DATE_TO']) ?? Infinity]
  const isDescending = text(phpMap(params['ORDER'])['ID'] ?? 'DESC') === 'DESC'
  const beyond = cursorOf(params, 'LAST_ID')
  const timeOf = ({ date }: Messages[number]) => epochMs(date) ?? 0
  const found = session.messages
    .filter((message) => {
      const sentAt = timeOf(message)
      if (sentAt < since || sentAt > until) return false
      if (beyond !== null && (isDescending ? message.id >= beyond : message.id <= beyond)) return false
      return phrase.length < LEAST_PHRASE || text(message['text']).toLocaleLowerCase().includes(phrase)
    })
    .toSorted((a, b) => (timeOf(a) - timeOf(b) || a.id - b.id) * (isDescending ? -1 : 1))
    .slice(0, limitOf(params, 50, 200))
  const answered = new Set(found.flatMap(({ params: own }) => idList(phpMap(own)['REPLY_ID'])))
  return {
    result: {
      messages: found,
      users: session.users,
      files: filesOf(session, found),
      additionalMessages: session.messages.filter(({ id }) => answered.has(id)),
      reactions: [],
      stickers: [],
      tariffRestrictions: { isHistoryLimitExceeded: false },
    },
  }
}

/** `docs/bitrix24/rest.md` §6.5. */
const usersList: Answering = ({ users }, params) => {
  const known = users
    .filter(({ id }) => (wireId(id) ?? 0) > 0)
    .toSorted((a, b) => Number(a['id']) - Number(b['id']))
    .filter(({ id }) => Number(id) > (wireId(params['LAST_ID']) ?? 0))
  const offset = wireId(params['OFFSET']) ?? 0
  const end = offset + limitOf(params, 50, 200)
  return { result: known.slice(offset, end), total: known.length, ...(end < known.length && { next: end }) }
}

/** Methods about a dialog that a conversation answers by itself. */
const ANSWERS: Readonly<Record<string, Answering>> = {
  'im.dialog.messages.get': messagesGet,
  'im.dialog.messages.search': messagesSearch,
  'im.dialog.get': ({ card }) => ({ result: card }),
  'im.dialog.users.list': usersList,
}

/** Null for what only the portal knows. @throws {PortalError} as the portal would */
export const answerOf = (session: OpenLineSession, method: string, params: RestParams): SessionAnswer | null =>
  Object.hasOwn(ANSWERS, method) ? (ANSWERS[method]?.(session, params) ?? null) : null
