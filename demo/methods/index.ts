import {
  chatGet,
  chatSearch,
  countersGet,
  dialogGet,
  dialogUsersList,
  diskFileGet,
  fileDownload,
  recentList,
  userGet,
  userListGet,
  userSearch,
} from './chats.ts'
import type { Method } from './context.ts'
import { messagesGet } from './messages-get.ts'
import { messagesSearch } from './messages-search.ts'
import { crmChatGet, lineDialogGet, sessionHistoryGet } from './open-lines.ts'
import { appInfo, placementBind, placementGet, placementList, placementUnbind, profile, revisionGet, scope, serverTime } from './portal.ts'

/** Answered as a portal would and written to the log, so that a test can prove that they are never called. */
const writing: Readonly<Record<string, unknown>> = {
  'im.dialog.read': { dialogId: 'chat20', chatId: 20, lastId: 1, counter: 0 },
  'im.dialog.unread': true,
  'im.dialog.read.all': true,
  'im.dialog.writing': true,
  'im.message.add': 1,
  'im.message.update': true,
  'im.message.delete': true,
  'im.message.like': true,
  'im.message.share': true,
  'im.message.command': true,
  'im.recent.pin': true,
  'im.recent.hide': true,
  'im.recent.unread': true,
  'im.chat.mute': true,
  'im.chat.leave': true,
  'im.chat.add': 1,
  'im.chat.user.add': true,
  'im.disk.folder.get': { ID: 1 },
  'im.disk.file.commit': true,
}

/** Methods by name, lower case, as the server looks them up (`docs/bitrix24/rest.md` §1). */
export const methods: ReadonlyMap<string, Method> = new Map<string, Method>([
  ['im.dialog.messages.get', messagesGet],
  ['im.dialog.messages.search', messagesSearch],
  ['im.dialog.get', dialogGet],
  ['im.recent.list', recentList],
  ['im.search.chat.list', chatSearch],
  ['im.search.user.list', userSearch],
  ['im.dialog.users.list', dialogUsersList],
  ['im.user.get', userGet],
  ['im.user.list.get', userListGet],
  ['im.chat.get', chatGet],
  ['imopenlines.session.history.get', sessionHistoryGet],
  ['imopenlines.dialog.get', lineDialogGet],
  ['imopenlines.crm.chat.get', crmChatGet],
  ['im.counters.get', countersGet],
  ['im.revision.get', revisionGet],
  ['im.v2.file.download', fileDownload],
  ['disk.file.get', diskFileGet],
  ['profile', profile],
  ['scope', scope],
  ['server.time', serverTime],
  ['app.info', appInfo],
  ['placement.bind', placementBind],
  ['placement.unbind', placementUnbind],
  ['placement.get', placementGet],
  ['placement.list', placementList],
  ...Object.entries(writing).map(([name, answer]) => [name, () => answer] as [string, Method]),
])

export const isWriting = (method: string): boolean =>
  method in writing || method.startsWith('placement.bind') || method.startsWith('placement.unbind')
