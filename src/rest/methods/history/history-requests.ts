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

/**
 * Answers to the same question from several known ids, nearest first. The first goes alone, because it is usually
 * enough; then all others together, or one by one where batches fail.
 * @throws {PortalError}
 */
export async function* askProbes(scope: HistoryScope, [nearest, ...others]: readonly Command[]): AsyncGenerator<DecodedPage> {
  if (!nearest) return
  yield await askPage(scope, nearest)
  if (others.length === 0) return
  const keyed = Object.fromEntries(others.map((command, at) => [`p${at}`, command]))
  const together: Partial<Record<string, DecodedPage>> = await askTogether(
    { ...scope, options: { ...scope.options, attempts: 2 } },
    keyed,
  ).catch((error: unknown) => {
    // So many pages may take longer than a request may.
    if (isPortalError(error) && error.code === 'network') return {}
    throw error
  })
  // What the batch did not return is requested one by one, each with its own retries.
  for (const [key, command] of Object.entries(keyed)) yield together[key] ?? (await askPage(scope, command))
}
