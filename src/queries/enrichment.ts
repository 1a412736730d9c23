import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { Enrichments } from '~/domain/enrichment'
import type { DialogId } from '~/domain/ids'
import type { PortalError } from '~/domain/portal-error'
import type { RestClient } from '~/rest/client/client'
import { windowsOf } from './history.ts'

/**
 * What was learned about a dialog's messages is kept beside its pages, not written into them: pages are dropped, and one
 * that is being fetched would bring back what it knew when the request began.
 */
export interface DialogEnrichment {
  /** What rows show. */
  readonly facts: Enrichments
  /** What would have changed the height of messages while they were on the screen. */
  readonly deferredUntilOffscreen: Enrichments
  /** Messages that have been looked up, by id, with the likes they had then. */
  readonly requested: Readonly<Record<number, string>>
  /** Whether the portal has nothing more to give about this dialog. */
  readonly refused: boolean
}

/** For this many messages the facts are kept, wherever they are; for more, only while a window holds them. */
const MAX_KEPT = 2_000

const NOTHING: DialogEnrichment = { facts: {}, deferredUntilOffscreen: {}, requested: {}, refused: false }

const selectFacts = ({ facts }: DialogEnrichment): Enrichments => facts

/** What was learned about a dialog's messages. Filled by `enrich-messages.ts`. */
export const enrichmentQuery = (client: RestClient, dialogId: DialogId) =>
  queryOptions<DialogEnrichment, PortalError, Enrichments>({
    queryKey: [client.portal, 'enrichment', dialogId],
    queryFn: skipToken,
    initialData: NOTHING,
    select: selectFacts,
    staleTime: 'static',
  })

/** Whose enrichment it is. */
export interface EnrichmentScope {
  readonly queryClient: QueryClient
  readonly client: RestClient
  readonly dialogId: DialogId
}

/** What was learned about a dialog's messages so far. */
export const enrichmentOf = ({ queryClient, client, dialogId }: EnrichmentScope): DialogEnrichment =>
  queryClient.getQueryData(enrichmentQuery(client, dialogId).queryKey) ?? NOTHING

/** Replaces some of it. */
export function changeEnrichment(scope: EnrichmentScope, part: Partial<DialogEnrichment>): void {
  const { queryKey } = enrichmentQuery(scope.client, scope.dialogId)
  // What is equal stays the same object: a row renders again only where a fact has changed.
  scope.queryClient.setQueryData(queryKey, { ...enrichmentOf(scope), ...part })
}

/** The entries of some messages. */
export const pickMessages = <T>(record: Readonly<Record<number, T>>, is: (id: number) => boolean): Record<number, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => is(Number(id))))

/** What is kept once messages that no window holds are removed: that they were looked up and, beyond a limit, their facts. */
export function prunedEnrichment(scope: EnrichmentScope): Pick<DialogEnrichment, 'facts' | 'requested'> {
  const { facts, requested } = enrichmentOf(scope)
  const held = new Set<number>()
  for (const { pages } of windowsOf(scope.queryClient, scope.client, scope.dialogId))
    for (const { messages } of pages) for (const { id } of messages) held.add(id)
  const isHeld = (id: number) => held.has(id)
  return { requested: pickMessages(requested, isHeld), facts: Object.keys(facts).length > MAX_KEPT ? pickMessages(facts, isHeld) : facts }
}
