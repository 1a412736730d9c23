import { firstUnreadIn, type LastRead } from '~/domain/history/unread-border'
import type { MessageId } from '~/domain/ids'
import { loadWindow } from '~/rest/methods/history/load-window'
import type { SearchScope } from '../MessageSearch.ts'
import { keepWindow } from './keep-window.ts'
import { windowsOf } from './loaded-windows.ts'

/**
 * The message that follows the newest one that has been read, wherever it is; null where none follows. The messages around it are loaded
 * then. @throws {PortalError}
 */
export async function findFirstUnread(scope: SearchScope, lastRead: LastRead, signal: AbortSignal): Promise<MessageId | null> {
  const { queryClient, client, dialogId } = scope
  for (const { pages } of windowsOf(queryClient, client, dialogId)) {
    const known = firstUnreadIn(pages, lastRead)
    if (known !== null) return known
  }
  const page = await loadWindow(client, dialogId, lastRead === 0 ? { at: 'oldest' } : { at: 'around', id: lastRead }, { signal })
  // Of a place that is not found any more the portal gives what is nearest to it.
  const found = page.messages.find(({ id }) => id > lastRead)?.id ?? null
  if (found !== null) keepWindow(scope, found, [page])
  return found
}
