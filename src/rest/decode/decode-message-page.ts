import { pageEdges } from '~/domain/history/cursor'
import { sortMessages, type MessagePage } from '~/domain/history/history'
import type { ChatId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { decodeFiles } from './decode-file.ts'
import { decodeMessage } from './decode-message.ts'
import { decodeUsers } from './decode-user.ts'
import { listOf, phpMap } from './wire.ts'

export interface DecodedPage extends MessagePage {
  /** How many records the portal sent, readable or not; a page with fewer than asked for is short. */
  readonly received: number
}

const empty: DecodedPage = { messages: [], users: [], files: [], chatId: null, lost: 0, older: null, newer: null, received: 0 }

/**
 * The result of `im.dialog.messages.get` (`docs/bitrix24/rest.md` §3): ascending by id, in whatever order they arrived.
 * `false` stands for a dialog without a chat and is an empty page.
 * @throws {PortalError} code `contract`, when the answer is not a page of messages
 */
export function decodeMessagePage(result: unknown, portal: string): DecodedPage {
  if (result === false || result === null) return empty
  const wire = phpMap(result)
  const list = wire['messages']
  if (typeof list !== 'object' || list === null)
    throw new PortalError('contract', 'The answer is no page of messages.', { detail: 'MESSAGES' })
  const records = listOf(list)
  const decoded = records.map((record) => decodeMessage(record, portal))
  const messages = sortMessages(decoded.filter((message) => message !== null))
  return {
    messages,
    users: decodeUsers(wire['users'], portal),
    files: decodeFiles(wire['files'], portal),
    chatId: (Number(wire['chat_id']) || null) as ChatId | null,
    lost: decoded.filter((message) => message === null).length,
    received: records.length,
    ...pageEdges(messages),
  }
}
