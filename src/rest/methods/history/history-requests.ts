import type { DialogId } from '~/domain/ids'
import { isPortalError } from '~/domain/portal/portal-error'
import type { CallOptions, Command, RestClient, RestParams } from '../../client/client.ts'
import { decodeMessagePage, type DecodedPage } from '../../decode/decode-message-page.ts'
import { HISTORY_METHOD, PAGE_LIMIT } from './window-request.ts'

/** What all requests for one window have in common. */
export interface HistoryScope {
  readonly client: RestClient
  readonly dialogId: DialogId
  readonly options: CallOptions
}

export async function askPage({ client, options }: HistoryScope, { method, params }: Command): Promise<DecodedPage> {
  return decodeMessagePage(await client.call(method, params, options), client.portal)
}

/** A full page; `at` is LAST_ID or FIRST_ID, or nothing. */
export const pageCommand = ({ dialogId }: Pick<HistoryScope, 'dialogId'>, at: RestParams): Command => ({
  method: HISTORY_METHOD,
  params: { DIALOG_ID: dialogId, LIMIT: PAGE_LIMIT, ...at },
})

/** A short page is the end of its side; `docs/bitrix24/rest.md` §3. */
export const isShort = (page: DecodedPage): boolean => page.received < PAGE_LIMIT

const isHopeless = (error: unknown): boolean => !isPortalError(error) || ['auth', 'access', 'network'].includes(error.code)

/**
 * Pages by one batch, as far as they came: a portal may lack batches, and a member may fail.
 * @throws {PortalError} when retrying would be pointless
 */
export async function askTogether<Key extends string>(
  { client, options }: HistoryScope,
  commands: Readonly<Record<Key, Command>>,
): Promise<Partial<Record<Key, DecodedPage>>> {
  const pages: Partial<Record<Key, DecodedPage>> = {}
  try {
    const answers = await client.batch(commands, options)
    for (const key of Object.keys(commands) as Key[]) {
      const answer = answers[key]
      if (answer?.ok) pages[key] = decodeMessagePage(answer.result, client.portal)
      else if (answer && isHopeless(answer.error)) throw answer.error
    }
  } catch (error) {
    if (isHopeless(error)) throw error
  }
  return pages
}
