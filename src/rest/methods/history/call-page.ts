import { isPortalError } from '~/domain/portal/portal-error'
import { wireId } from '../../decode/wire.ts'
import type { CallOptions, RestClient, RestParams } from '../../client/client.ts'

/** One page of a list. */
export interface ListAnswer {
  /** Undecoded. */
  readonly result: unknown
  /** Where the portal says the next page begins: null for nowhere, undefined where it does not say. */
  readonly next: number | null | undefined
}

const WITHOUT_BATCH: readonly string[] = ['unsupported', 'rejected', 'contract']

/**
 * A page of a list together with where the next one begins, which stands beside the `result` (`docs/bitrix24/rest.md` §1.1): a page that
 * is shorter than asked for may have been filtered. Of a batch both come through; a portal without batches does not say.
 * @throws {PortalError}
 */
export async function callPage(client: RestClient, method: string, params: RestParams, options: CallOptions = {}): Promise<ListAnswer> {
  try {
    const { page } = await client.batch({ page: { method, params } }, options)
    if (page?.ok) {
      const isTold = page.next !== undefined || page.total !== undefined
      return { result: page.result, next: isTold ? wireId(page.next) : undefined }
    }
  } catch (error) {
    if (!isPortalError(error) || !WITHOUT_BATCH.includes(error.code)) throw error
  }
  // Alone it has retries of its own, and a refusal of its own.
  return { result: await client.call(method, params, options), next: undefined }
}
