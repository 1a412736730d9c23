import { lineChats, lineSessions, lineUsers, type LineChat, type LineSession } from '../chats/open-lines.ts'
import { textOf, type Params } from '../php.ts'
import { PortalFailure } from '../portal-error.ts'
import { phpMap, portalDate, type WireMessage } from '../wire.ts'
import { chatByNumber, type MethodContext } from './context.ts'

const accessDenied = () => new PortalFailure(403, 'ACCESS_DENIED', 'You do not have permission to view this conversation')

const camel = (name: string): string => name.toLowerCase().replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** `FILE_ID` → `fileId`, in nested data too; `docs/bitrix24/rest.md` §6.8. */
function inCamelCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inCamelCase)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [camel(name), inCamelCase(entry)]))
}

const inLowerCase = (value: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([name, entry]) => [name.toLowerCase(), entry]))

const map = <T>(list: readonly T[], keyOf: (entry: T) => string, write: (entry: T) => unknown): unknown =>
  phpMap(new Map(list.map((entry) => [keyOf(entry), write(entry)])))

const message = ({ id, chat_id: chatId, author_id: author, date, text, params }: WireMessage): Record<string, unknown> => ({
  id: String(id),
  chatid: String(chatId),
  senderid: String(author),
  recipientid: `chat${chatId}`,
  date,
  text,
  textlegacy: textOf(text).replaceAll(/\[(\/?)B\]/gi, '<$1b>'),
  // A map without entries is a list.
  params: Object.keys(params as Params).length === 0 ? [] : inCamelCase(params),
})

function card({ chatId, title, entityId, operatorId, clientId }: LineChat, session: LineSession): Record<string, unknown> {
  return {
    id: String(chatId),
    parentChatId: 0,
    name: title,
    owner: String(operatorId),
    color: '#ba9c7b',
    extranet: false,
    avatar: '/bitrix/js/im/images/blank.gif',
    entityType: 'LINES',
    entityId,
    entityData1: `Y|DEAL|8061|N|N|${session.id}|1773223732|0|0|0`,
    entityData2: 'LEAD|0|COMPANY|0|CONTACT|12|DEAL|8061',
    entityData3: '',
    messageCount: session.messages.length,
    public: '',
    muteList: { [operatorId]: false, [clientId]: false },
    managerList: [operatorId],
    dateCreate: session.messages[0]?.date ?? portalDate(0),
    type: 'lines',
    messageType: 'L',
    isNew: false,
  }
}

/** A whole conversation: there are no pages. */
function history(chat: LineChat, session: LineSession): Record<string, unknown> {
  const { chatId, operatorId, clientId } = chat
  return {
    chatId,
    canJoin: 'Y',
    canVoteHead: 'Y',
    sessionId: session.id,
    sessionVoteHead: 0,
    sessionCommentHead: null,
    userId: `chat${chatId}`,
    message: map(session.messages, ({ id }) => String(id), message),
    usersMessage: { [`chat${chatId}`]: session.messages.map(({ id }) => String(id)).toReversed() },
    users: map(
      lineUsers(chat),
      ({ id }) => String(id),
      (user) => ({ ...(inCamelCase(user) as Params), id: String(user.id) }),
    ),
    openlines: { canvoteashead: { '22': true } },
    userInGroup: [],
    woUserInGroup: [],
    chat: { [chatId]: card(chat, session) },
    userBlockChat: { [chatId]: { [operatorId]: false, [clientId]: false } },
    userInChat: { [chatId]: [operatorId, clientId] },
    files: map(session.files, ({ id }) => String(id), inLowerCase),
  }
}

const chatOf = (chatId: number): LineChat | undefined => lineChats.find((chat) => chat.chatId === chatId)
const lastOf = (chatId: number): LineSession | undefined => lineSessions.findLast((session) => session.chatId === chatId)

/** `imopenlines.session.history.get`; by its chat alone a conversation is not given to everybody. */
export function sessionHistoryGet(params: Params): unknown {
  const sessionId = Number(params['SESSION_ID'] ?? 0)
  const chatId = Number(params['CHAT_ID'] ?? 0)
  if (!(sessionId > 0) && !(chatId > 0)) throw new PortalFailure(400, 'MISSING_REQUIRED_PARAM', 'Session ID or Chat ID must be provided')
  const session = sessionId > 0 ? lineSessions.find(({ id }) => id === sessionId) : lastOf(chatId)
  const chat = session && chatOf(session.chatId)
  if (!session || !chat) {
    if (sessionId > 0) throw accessDenied()
    throw new PortalFailure(400, 'INVALID_SESSION_ID', 'Unable to determine session ID from provided parameters')
  }
  if (chat.closed || (!(sessionId > 0) && !chat.opensByChat)) throw accessDenied()
  return history(chat, session)
}

/** `imopenlines.dialog.get`, by the number of a chat or by the code of a client in a channel. */
export function lineDialogGet(params: Params, context: MethodContext): unknown {
  const code = textOf(params['USER_CODE'])
  const chat = code === '' ? chatOf(Number(params['CHAT_ID'] ?? 0)) : lineChats.find(({ entityId }) => entityId === code)
  // That of which the reader is a participant.
  const own = [...context.chats.values()].find(({ entity, forbidden }) => !forbidden && entity?.type === 'LINES' && entity.id === code)
  if (own) return { id: own.chatId, name: own.title, type: 'lines', entity_type: 'LINES', entity_id: code, dialog_id: own.dialogId }
  const session = chat && lastOf(chat.chatId)
  if (!chat || !session || chat.closed || chat.opensByChat) throw accessDenied()
  return {
    id: chat.chatId,
    name: chat.title,
    type: 'lines',
    entity_type: 'LINES',
    entity_id: chat.entityId,
    entity_data_1: `Y|DEAL|8061|N|N|${session.id}|1773223732|0|0|0`,
    dialog_id: `chat${chat.chatId}`,
  }
}

const ENTITIES = new Set(['lead', 'deal', 'company', 'contact'])

/** `imopenlines.crm.chat.get`: chats of an entity, those of the reader's own too. */
export function crmChatGet(params: Params, context: MethodContext): unknown {
  const type = textOf(params['CRM_ENTITY_TYPE']).toLowerCase()
  const id = textOf(params['CRM_ENTITY'])
  const empty = type === '' ? 'CRM_ENTITY_TYPE' : id === '' || id === '0' ? 'CRM_ENTITY' : null
  if (empty) throw new PortalFailure(400, 'ERROR_ARGUMENT', `Argument ${empty} is null or empty`)
  if (!ENTITIES.has(type) || !/^\d+$/.test(id))
    throw new PortalFailure(400, 'ERROR_ARGUMENT', 'The value of an argument has an invalid type')
  const support = chatByNumber(context, 40)
  return [
    ...lineChats.filter(({ crm }) => crm.includes(`${type}|${id}`)),
    ...(support && type === 'deal' && id === '8061' ? [{ chatId: 40, connector: 'telegrambot', connectorTitle: 'Telegram' }] : []),
  ].map(({ chatId, connector, connectorTitle }) => ({
    CHAT_ID: String(chatId),
    CONNECTOR_ID: connector,
    CONNECTOR_TITLE: connectorTitle,
  }))
}
