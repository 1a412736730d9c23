import { PortalError } from '~/domain/portal/portal-error'
import { listOf, phpMap, text, wireId } from './wire.ts'

type Wire = Readonly<Record<string, unknown>>

/**
 * A conversation of an open channel in the wire of `im.dialog.messages.get` and its kin, for whose readers the answer of
 * `imopenlines.session.history.get` is written otherwise (`docs/bitrix24/rest.md` §6.8).
 */
export interface OpenLineSession {
  readonly sessionId: number
  readonly chatId: number
  /** Ascending by id, each with one of its own. */
  readonly messages: readonly (Wire & { readonly id: number })[]
  readonly users: readonly Wire[]
  readonly files: readonly Wire[]
  /** Of the chat that it is a part of, as `im.dialog.get` would write it. */
  readonly card: Wire
}

const folded = (name: string): string => name.replaceAll('_', '').toLowerCase()

/** Names by what is left of them without capitals and underscores: the method and its versions differ in both. */
const byFolded = (names: string): ReadonlyMap<string, string> => new Map(names.split(' ').map((name) => [folded(name), name]))

const PARAMS = byFolded(
  'ATTACH AVATAR CHAT_USER CLASS CODE COMPONENT_ID COMPONENT_PARAMS FILE_ID FORWARD_ID IS_DELETED IS_DELIVERED IS_EDITED IS_PINNED KEYBOARD LIKE NAME NOTIFY REPLY_ID STICKER_PARAMS URL_ONLY USER_ID',
)
/** Of cards and keyboards; those that are one word are their own capitals. */
const NESTED = byFolded('ACTION_VALUE APP_ID BG_COLOR CHAT_ID COMMAND_PARAMS EXTRA_IMAGE PREVIEW_SIZE RICH_LINK USER_ID')
const USER = byFolded('first_name last_name work_position external_auth_id last_activity_date bot_data')
const FILE = byFolded(
  'chatId authorId authorName urlPreview urlShow urlDownload viewerAttrs mediaUrl isVoiceNote isVideoNote isTranscribable',
)
const CARD = byFolded('entity_type entity_id entity_data_1 entity_data_2 entity_data_3 entity_link date_create')

const renamed = (wire: Wire, names: ReadonlyMap<string, string>): Wire =>
  Object.fromEntries(Object.entries(wire).map(([name, value]) => [names.get(folded(name)) ?? name, value]))

/** All names of nested data, in capitals. */
function inCapitals(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCapitals)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [NESTED.get(folded(name)) ?? name.toUpperCase(), inCapitals(entry)]),
  )
}

function paramsOf(value: unknown): Wire | [] {
  const params = renamed(phpMap(value), PARAMS)
  const names = Object.keys(params)
  if (names.length === 0) return []
  return {
    ...params,
    ...('ATTACH' in params && { ATTACH: inCapitals(params['ATTACH']) }),
    ...('KEYBOARD' in params && { KEYBOARD: inCapitals(params['KEYBOARD']) }),
  }
}

/** @param key of the map, which is an id, or of a list, which is none */
function messageOf(key: string | null, value: unknown, chatId: number): (Wire & { readonly id: number }) | null {
  const wire = phpMap(value)
  const id = wireId(wire['id']) ?? wireId(key)
  if (id === null || id === 0) return null
  // A record that is none keeps its place: its text is no text, by which it is known.
  if (typeof value !== 'object' || value === null) return { id, text: { value } }
  return {
    id,
    chat_id: wireId(wire['chatid']) ?? chatId,
    author_id: wire['senderid'],
    date: wire['date'],
    text: wire['text'],
    unread: false,
    uuid: null,
    replaces: [],
    params: paramsOf(wire['params']),
    disappearing_date: null,
  }
}

/** By id, and each once. */
function messagesOf(value: unknown, chatId: number): OpenLineSession['messages'] {
  const entries = Array.isArray(value) ? value.map((record: unknown) => [null, record] as const) : Object.entries(phpMap(value))
  const byId = new Map(
    entries.flatMap(([key, record]) => {
      const message = messageOf(key, record, chatId)
      return message ? [[message.id, message] as const] : []
    }),
  )
  return [...byId.values()].toSorted((a, b) => a.id - b.id)
}

/** @throws {PortalError} code `contract`, when the answer is no conversation */
export function openLineSession(result: unknown): OpenLineSession {
  const wire = phpMap(result)
  const chatId = wireId(wire['chatId'])
  const sessionId = wireId(wire['sessionId'])
  const { message } = wire
  if (chatId === null || sessionId === null || typeof message !== 'object' || message === null)
    throw new PortalError('contract', 'The answer is no conversation of an open channel.', { detail: 'MESSAGES' })
  const messages = messagesOf(message, chatId)
  const users = listOf(wire['users']).map((user) => renamed(phpMap(user), USER))
  const chat = renamed(phpMap(phpMap(wire['chat'])[String(chatId)] ?? listOf(wire['chat'])[0]), CARD)
  const newest = messages.at(-1)?.id ?? 0
  return {
    sessionId,
    chatId,
    messages,
    users,
    files: listOf(wire['files']).map((file) => renamed(phpMap(file), FILE)),
    // What the chat counts is about all of its conversations, and about its members: nothing of this one is unread.
    card: {
      ...chat,
      id: chatId,
      name: text(chat['name']),
      dialog_id: `imol|${sessionId}`,
      message_count: messages.length,
      user_counter: users.filter((user) => (wireId(user['id']) ?? 0) > 0).length,
      counter: 0,
      unread_id: 0,
      last_message_id: newest,
      last_id: newest,
      date_create: messages[0]?.['date'] ?? chat['date_create'],
      mute_list: [],
    },
  }
}
