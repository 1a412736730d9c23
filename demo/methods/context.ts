import type { Chat } from '../chats/chat.ts'
import { unwrittenDialog } from '../chats/unwritten.ts'
import { textOf, type Params } from '../php.ts'
import { accessError, dialogIdEmpty, PortalFailure } from '../portal-error.ts'
import type { Session } from '../state/session.ts'

export interface MethodContext {
  readonly session: Session
  readonly chats: ReadonlyMap<string, Chat>
  readonly now: number
  readonly by: 'webhook' | 'token'
  /** Origin of the portal, for addresses. */
  readonly origin: string
  /** Makes a one-time download address; `docs/bitrix24/rest.md` §5.5. */
  readonly issueDownload: (address: string) => string
}

/** Top-level result, or a result with `next` and `total` beside it (`docs/bitrix24/rest.md` §1.1). */
export type Method = (params: Params, context: MethodContext) => unknown

export class Paged {
  readonly result: unknown
  readonly total: number | undefined
  readonly next: number | undefined
  constructor(result: unknown, total?: number, next?: number) {
    this.result = result
    this.total = total
    this.next = next
  }
}

const DIALOG_ID = /^([0-9]+|(chat|sg|crm)[0-9]+)$/i

/** The dialog that DIALOG_ID names, which may be `missing` as yet; `docs/bitrix24/rest.md` §2. */
export function dialogOf(params: Params, context: MethodContext): Chat {
  const chatId = Number(params['CHAT_ID'])
  if (chatId > 0) {
    const byNumber = chatByNumber(context, chatId)
    if (byNumber?.forbidden) throw accessError()
    if (byNumber) return byNumber
  }
  const dialogId = textOf(params['DIALOG_ID'])
  if (!DIALOG_ID.test(dialogId) || dialogId === '0') throw dialogIdEmpty()
  const chat = context.chats.get(dialogId.toLowerCase()) ?? unwrittenDialog(dialogId)
  if (!chat || chat.forbidden) throw accessError()
  return chat
}

/** The same, where one without a chat is refused (`docs/bitrix24/rest.md` §6). */
export function writtenDialogOf(params: Params, context: MethodContext): Chat {
  const chat = dialogOf(params, context)
  if (chat.missing) throw new PortalFailure(400, 'ACCESS_ERROR', 'You do not have access to the specified dialog')
  return chat
}

export function chatByNumber(context: MethodContext, chatId: number): Chat | undefined {
  for (const chat of context.chats.values()) if (chat.chatId === chatId) return chat
  return undefined
}
