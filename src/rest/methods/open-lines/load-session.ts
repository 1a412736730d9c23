import { sessionOf } from '~/domain/conversation'
import type { DialogId } from '~/domain/ids'
import { isPortalError, PortalError } from '~/domain/portal/portal-error'
import type { CallOptions, RestClient } from '../../client/client.ts'
import { openLineSession, type OpenLineSession } from '../../decode/open-line-session.ts'

/** The portal's codes where they mean something of their own here. */
const MEANINGS: Readonly<Record<string, string>> = { insufficient_scope: 'OPEN_LINES_SCOPE', ACCESS_DENIED: 'OPEN_LINES_ACCESS' }

/** Reading open channels takes a right of its own, and its refusal says nothing of the plan. */
export function openLinesError(error: unknown): unknown {
  const detail = isPortalError(error) && Object.hasOwn(MEANINGS, error.detail) ? MEANINGS[error.detail] : undefined
  return isPortalError(error) && detail !== undefined ? new PortalError(error.code, error.message, { cause: error, detail }) : error
}

/** A whole conversation, by one request; `docs/bitrix24/rest.md` §6.8. @throws {PortalError} */
export async function loadSession(client: RestClient, conversation: DialogId, options: CallOptions): Promise<OpenLineSession> {
  const result = await client
    .call('imopenlines.session.history.get', { SESSION_ID: sessionOf(conversation) }, options)
    .catch((error: unknown) => {
      throw openLinesError(error)
    })
  return openLineSession(result)
}
