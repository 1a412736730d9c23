import { isPortalError } from '~/domain/portal/portal-error'
import type { Command } from '../../client/client.ts'
import type { DecodedPage } from '../../decode/decode-message-page.ts'
import { askPage, askTogether, type HistoryScope } from './history-requests.ts'

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
