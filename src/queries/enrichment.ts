import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { Enrichments } from '~/domain/enrichment'
import type { DialogId } from '~/domain/ids'
import type { PortalError } from '~/domain/portal-error'
import type { RestClient } from '~/rest/client/client'
import { windowsOf } from './history.ts'

/**
 * What was told of a dialog's messages beside its pages, which are never rewritten for it: pages come and go, and one
 * that is being read would bring back what it knew when its reading began.
 */
export interface DialogEnrichment {
  /** What rows show. */
  readonly told: Enrichments
  /** Told of messages that were on the screen, which would have changed their height under the reader's eyes. */
  readonly deferredUntilOffscreen: Enrichments
  /** Messages that have been asked for, by id: with the likes that they had. */
  readonly requested: Readonly<Record<number, string>>
  /** Whether the portal does not tell more of this dialog. */
  readonly refused: boolean
}

/** Of so many messages what was told is kept, wherever they are; of more only while a window holds them. */
const MAX_TOLD = 2_000

const NOTHING: DialogEnrichment = { told: {}, deferredUntilOffscreen: {}, requested: {}, refused: false }

const selectTold = ({ told }: DialogEnrichment): Enrichments => told

/** What was told of a dialog's messages. Filled by `enrich-messages.ts`. */
export const enrichmentQuery = (client: RestClient, dialogId: DialogId) =>
  queryOptions<DialogEnrichment, PortalError, Enrichments>({
    queryKey: [client.portal, 'enrichment', dialogId],
    queryFn: skipToken,
    initialData: NOTHING,
    select: selectTold,
    staleTime: 'static',
  })

/** Whose enrichment it is. */
export interface EnrichmentScope {
  readonly queryClient: QueryClient
  readonly client: RestClient
  readonly dialogId: DialogId
}

/** What was told of a dialog's messages so far. */
export const enrichmentOf = ({ queryClient, client, dialogId }: EnrichmentScope): DialogEnrichment =>
  queryClient.getQueryData(enrichmentQuery(client, dialogId).queryKey) ?? NOTHING

/** Puts some of it in the place of what there is. */
export function changeEnrichment(scope: EnrichmentScope, part: Partial<DialogEnrichment>): void {
  const { queryKey } = enrichmentQuery(scope.client, scope.dialogId)
  // What is equal stays the same object: a row is drawn again only where something else is told.
  scope.queryClient.setQueryData(queryKey, { ...enrichmentOf(scope), ...part })
}

/** The entries of some messages. */
export const pickMessages = <T>(record: Readonly<Record<number, T>>, is: (id: number) => boolean): Record<number, T> =>
  Object.fromEntries(Object.entries(record).filter(([id]) => is(Number(id))))

/** What is kept, without that of messages which no window holds: that they were asked for, and, beyond a bound, what was told. */
export function prunedEnrichment(scope: EnrichmentScope): Pick<DialogEnrichment, 'told' | 'requested'> {
  const { told, requested } = enrichmentOf(scope)
  const held = new Set<number>()
  for (const { pages } of windowsOf(scope.queryClient, scope.client, scope.dialogId))
    for (const { messages } of pages) for (const { id } of messages) held.add(id)
  const isHeld = (id: number) => held.has(id)
  return { requested: pickMessages(requested, isHeld), told: Object.keys(told).length > MAX_TOLD ? pickMessages(told, isHeld) : told }
}
