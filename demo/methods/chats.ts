import { fileIdsOf, type Chat } from '../chats/chat.ts'
import { allUsers, OWNER_ID, userById } from '../people.ts'
import { listOf, textOf, type Params } from '../php.ts'
import { accessError, PortalFailure } from '../portal-error.ts'
import { phpMap, portalDate, type WireFile, type WireMessage, type WireUser } from '../wire.ts'
import { Paged, writtenDialogOf, type MethodContext } from './context.ts'

const isPrivate = (chat: Chat) => /^\d+$/.test(chat.dialogId)

function lastMessage(chat: Chat, now: number): WireMessage | null {
  const count = chat.count(now)
  return count > 0 ? chat.messageAt(count - 1, now) : null
}

/** The chat card of `im.dialog.get`; `docs/bitrix24/rest.md` §6.2. */
function card(chat: Chat, now: number): Record<string, unknown> {
  const count = chat.count(now)
  const unread = count - chat.readCount(now)
  const last = count > 0 ? chat.idAt(count - 1) : 0
  return {
    id: chat.chatId,
    parent_chat_id: 0,
    // For a private dialog the name is often empty: the user has it.
    name: isPrivate(chat) ? '' : chat.title,
    description: null,
    owner: chat.members[0] ?? 0,
    extranet: false,
    avatar: '',
    color: chat.color,
    type: isPrivate(chat) ? 'private' : chat.type,
    counter: unread,
    user_counter: chat.members.length,
    message_count: count,
    unread_id: unread > 0 ? chat.idAt(count - unread) : 0,
    restrictions: {
      avatar: true,
      rename: true,
      extend: true,
      call: true,
      mute: true,
      leave: true,
      leave_owner: true,
      send: true,
      user_list: true,
    },
    last_message_id: last,
    last_id: unread > 0 && count > unread ? chat.idAt(count - unread - 1) : last,
    marked_id: 0,
    disk_folder_id: 0,
    entity_type: chat.entity?.type ?? '',
    entity_id: chat.entity?.id ?? '',
    entity_data_1: '',
    entity_data_2: '',
    entity_data_3: '',
    mute_list: [],
    date_create: portalDate(chat.createdAt),
    message_type: isPrivate(chat) ? 'P' : 'C',
    public: '',
    role: 'member',
    entity_link: chat.entity?.type === 'CRM' ? { type: chat.entity.type, url: '/crm/deal/details/8061/', id: chat.entity.id } : [],
    text_field_enabled: true,
    background_id: null,
    permissions: {},
    is_new: false,
    readed_list: [],
    manager_list: [],
    last_message_views: [],
    dialog_id: chat.dialogId,
  }
}

export function dialogGet(params: Params, context: MethodContext): unknown {
  return card(writtenDialogOf(params, context), context.now)
}

function recentItem(chat: Chat, now: number): Record<string, unknown> {
  const last = lastMessage(chat, now)
  const author = Number(last?.author_id ?? 0)
  const text = textOf(last?.text)
    .replaceAll(/\[(?:CODE|QUOTE)\][\s\S]*?\[\/\w+\]/gi, '[Code]')
    .replaceAll(/-{54}[\s\S]*?-{54}/g, '[Quote]')
    .replaceAll(/\[\/?[a-z]+(?:=[^\]]*)?\]/gi, '')
    .replaceAll(/\s+/g, ' ')
  const user = isPrivate(chat) ? userById(Number(chat.dialogId)) : undefined
  return {
    // Whole numbers for people, `chatN` for chats.
    id: user ? user.id : chat.dialogId,
    chat_id: chat.chatId,
    type: user ? 'user' : 'chat',
    title: chat.title,
    avatar: { url: '', color: chat.color },
    message: last
      ? {
          id: last.id,
          text,
          file: fileIdsOf(last).length > 0,
          author_id: author,
          attach: false,
          sticker: null,
          date: last.date,
          status: 'received',
          uuid: null,
        }
      : { id: 0, text: '', file: false, author_id: 0, attach: false, date: portalDate(chat.createdAt), status: 'received' },
    counter: chat.count(now) - chat.readCount(now),
    last_id: last?.id ?? 0,
    pinned: chat.dialogId === 'chat1000',
    unread: false,
    has_reminder: false,
    date_update: last?.date ?? portalDate(chat.createdAt),
    date_last_activity: last?.date ?? portalDate(chat.createdAt),
    ...(user ? { user } : { user: userById(author) ?? { id: 0 } }),
    ...(user
      ? { chat: { id: chat.chatId, mute_list: { [OWNER_ID]: true } } }
      : {
          chat: {
            id: chat.chatId,
            name: chat.title,
            owner: chat.members[0] ?? 0,
            color: chat.color,
            type: chat.type,
            entity_type: chat.entity?.type ?? '',
            mute_list: [],
            date_create: portalDate(chat.createdAt),
            user_counter: chat.members.length,
          },
        }),
    options: [],
  }
}

const readable = (context: MethodContext) => [...context.chats.values()].filter((chat) => !chat.forbidden)

/** Pinned first, then by activity, newest first. */
export function recentList(params: Params, context: MethodContext): unknown {
  const limit = Math.max(1, Math.min(200, Number(params['LIMIT'] ?? 50) || 50))
  const offset = Number(params['OFFSET'] ?? params['START'] ?? 0) || 0
  const before = params['LAST_MESSAGE_DATE'] === undefined ? Infinity : Date.parse(textOf(params['LAST_MESSAGE_DATE']))
  const items = readable(context)
    .map((chat) => recentItem(chat, context.now))
    .filter((item) => Date.parse(String(item['date_last_activity'])) <= before)
    .filter((item) => params['UNREAD_ONLY'] !== 'Y' || Number(item['counter']) > 0)
    .filter((item) => params['SKIP_CHAT'] !== 'Y' || item['type'] === 'user')
    .filter((item) => params['SKIP_DIALOG'] !== 'Y' || item['type'] !== 'user')
    .toSorted(
      (a, b) =>
        Number(b['pinned']) - Number(a['pinned']) ||
        Date.parse(String(b['date_last_activity'])) - Date.parse(String(a['date_last_activity'])),
    )
  const page = items.slice(offset, offset + limit)
  const hasMore = offset + limit < items.length
  return new Paged(
    { items: page, hasMore, hasMorePages: hasMore, copilot: null, messagesAutoDeleteConfigs: [], birthdayList: [] },
    -1,
    hasMore ? offset + limit : undefined,
  )
}

export function chatSearch(params: Params, context: MethodContext): unknown {
  const find = textOf(params['FIND']).toLocaleLowerCase()
  if ([...find].length < 2) throw new PortalFailure(400, 'FIND_SHORT', 'Too short a search phrase')
  const limit = Math.max(1, Math.min(50, Number(params['LIMIT'] ?? 10) || 10))
  const offset = Number(params['OFFSET'] ?? 0) || 0
  const found = readable(context)
    .filter((chat) => !isPrivate(chat) && chat.title.toLocaleLowerCase().includes(find))
    .toSorted((a, b) => b.chatId - a.chatId)
  const more = offset + limit < found.length
  return new Paged(
    found.slice(offset, offset + limit).map((chat) => card(chat, context.now)),
    found.length,
    more ? offset + limit : undefined,
  )
}

/** By the beginnings of words, as the portal's own index. */
export function userSearch(params: Params): unknown {
  const find = textOf(params['FIND']).trim().toLocaleLowerCase()
  if ([...find].length < 3) throw new PortalFailure(400, 'FIND_SHORT', 'Too short a search phrase')
  const limit = Math.max(1, Math.min(50, Number(params['LIMIT'] ?? 10) || 10))
  const offset = Number(params['OFFSET'] ?? 0) || 0
  const found = allUsers().filter(({ name }) => ` ${String(name).toLocaleLowerCase()}`.includes(` ${find}`))
  const more = offset + limit < found.length
  return new Paged(
    phpMap(new Map(found.slice(offset, offset + limit).map((user) => [String(user.id), user]))),
    found.length,
    more ? offset + limit : undefined,
  )
}

export function chatGet(params: Params, context: MethodContext): unknown {
  const type = params['ENTITY_TYPE']
  const id = params['ENTITY_ID']
  for (const chat of context.chats.values())
    if (chat.entity && chat.entity.type === type && chat.entity.id === id) return { ID: chat.chatId }
  return null
}

export function countersGet(_: Params, context: MethodContext): unknown {
  const chats = readable(context)
  const unread = (list: readonly Chat[]) =>
    new Map(
      list.flatMap((chat) => {
        const count = chat.count(context.now) - chat.readCount(context.now)
        return count > 0 ? [[isPrivate(chat) ? chat.dialogId : String(chat.chatId), count] as const] : []
      }),
    )
  const CHAT = unread(chats.filter((chat) => !isPrivate(chat)))
  const DIALOG = unread(chats.filter(isPrivate))
  const sum = (map: ReadonlyMap<string, number>) => [...map.values()].reduce((a, b) => a + b, 0)
  return {
    TYPE: { ALL: sum(CHAT) + sum(DIALOG), NOTIFY: 0, CHAT: sum(CHAT), LINES: 0, DIALOG: sum(DIALOG), MESSENGER: sum(CHAT) + sum(DIALOG) },
    CHAT: phpMap(CHAT),
    CHAT_MUTED: [],
    CHAT_UNREAD: [],
    LINES: [],
    DIALOG: phpMap(DIALOG),
    DIALOG_UNREAD: [],
  }
}

export function dialogUsersList(params: Params, context: MethodContext): unknown {
  const chat = writtenDialogOf(params, context)
  const limit = Math.max(1, Math.min(200, Number(params['LIMIT'] ?? 50) || 50))
  const users = chat.members
    .flatMap((id): Partial<WireUser>[] => {
      const user = chat.user(id) ?? userById(id)
      return user ? [user] : []
    })
    .toSorted((a, b) => Number(a.id) - Number(b.id))
  if (params['LAST_ID'] !== undefined) return users.filter((user) => Number(user.id) > Number(params['LAST_ID'])).slice(0, limit)
  const offset = Number(params['OFFSET'] ?? 0) || 0
  return new Paged(users.slice(offset, offset + limit), users.length, offset + limit < users.length ? offset + limit : undefined)
}

export function userGet(params: Params): unknown {
  const id = params['ID'] === undefined ? OWNER_ID : Number(params['ID'])
  if (!Number.isSafeInteger(id) || id <= 0) throw new PortalFailure(400, 'ID_EMPTY', "User ID can't be empty")
  const user = userById(id)
  if (!user) throw new PortalFailure(400, 'USER_NOT_EXISTS', 'User is not exists')
  return user
}

export function userListGet(params: Params): unknown {
  if (typeof params['ID'] !== 'object' || params['ID'] === null)
    throw new PortalFailure(400, 'INVALID_FORMAT', 'A wrong format for the ID field is passed')
  const ids = listOf(params['ID']).map(Number)
  if (params['RESULT_TYPE'] === 'array') return ids.map((id) => userById(id) ?? null)
  return phpMap(new Map(ids.map((id) => [String(id), userById(id) ?? null])))
}

/** A one-time address of a file's bytes. */
const downloadOf = (file: WireFile, context: MethodContext): string =>
  context.issueDownload(textOf(file['urlDownload']) || `/bitrix/services/main/ajax.php?fileId=${file.id}`)

/** `disk.file.get`; `docs/bitrix24/rest.md` §5.5. */
export function diskFileGet(params: Params, context: MethodContext): unknown {
  const id = Number(params['ID'])
  for (const chat of context.chats.values()) {
    const file = chat.forbidden ? undefined : chat.file(id)
    if (!file) continue
    return { ID: String(id), NAME: file['name'], TYPE: 'file', DOWNLOAD_URL: downloadOf(file, context) }
  }
  throw new PortalFailure(400, 'ERROR_NOT_FOUND', 'Could not find entity with id X')
}

/** `im.v2.File.download`; `docs/bitrix24/rest.md` §5.5. */
export function fileDownload(params: Params, context: MethodContext): unknown {
  // V2 methods take camelCase names; the dispatcher has made them capitals.
  const chat = context.chats.get(textOf(params['DIALOGID']).toLowerCase())
  if (!chat || chat.forbidden) throw accessError()
  const file = chat.file(Number(params['FILEID']))
  if (!file) throw new PortalFailure(400, 'FILE_NOT_FOUND', 'File not found')
  return { downloadUrl: downloadOf(file, context) }
}
