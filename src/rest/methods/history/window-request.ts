import type { WindowStart } from '~/domain/history/cursor'
import type { DialogId, MessageId } from '~/domain/ids'
import type { Command } from '../../client/client.ts'
import { batchRequest } from '../../client/form-body.ts'

/** The most that the portal returns; `docs/bitrix24/rest.md` §3. */
export const PAGE_LIMIT = 50
export const OLDER_HALF = 25

/** Above every id: asks for the true newest page, whatever is unread; `docs/bitrix24/rest.md` §3. */
const ABOVE_ALL = 2_147_483_647

export const HISTORY_METHOD = 'im.dialog.messages.get'

/** The newest page. */
export const newestCommand = (dialogId: DialogId): Command => ({
  method: HISTORY_METHOD,
  params: { DIALOG_ID: dialogId, LIMIT: PAGE_LIMIT, LAST_ID: ABOVE_ALL },
})

/** The very first page: `FIRST_ID=0` begins at the start of what the reader may see. */
export const oldestCommand = (dialogId: DialogId): Command => ({
  method: HISTORY_METHOD,
  params: { DIALOG_ID: dialogId, LIMIT: PAGE_LIMIT, FIRST_ID: 0 },
})

/** What lies below a message (or below a reference to one), and, from the nearest of that on, the message and what lies above; `docs/bitrix24/rest.md` §1.4. */
export const aroundCommands = (dialogId: DialogId, id: MessageId | string): { readonly below: Command; readonly above: Command } => ({
  below: { method: HISTORY_METHOD, params: { DIALOG_ID: dialogId, LAST_ID: id, LIMIT: OLDER_HALF } },
  above: { method: HISTORY_METHOD, params: { DIALOG_ID: dialogId, FIRST_ID: '$result[below][messages][0][id]', LIMIT: PAGE_LIMIT } },
})

/** The first request that opening a window sends; in a module so small that it can be sent before the app has loaded. */
export function windowRequest(dialogId: DialogId, start: WindowStart): Command {
  switch (start.at) {
    case 'newest':
      return newestCommand(dialogId)
    case 'oldest':
      return oldestCommand(dialogId)
    case 'around':
      return batchRequest(aroundCommands(dialogId, start.id))
  }
}
