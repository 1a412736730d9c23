import { queryOptions, skipToken, type QueryClient } from '@tanstack/react-query'
import type { AnsweredMessage, Enrichments } from '~/domain/history/enrichment'
import type { DialogId } from '~/domain/ids'
import type { PortalError } from '~/domain/portal/portal-error'
import type { RestClient } from '~/rest/client/client'

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
  /** Messages that others reply to, by id: they may be far from what is loaded. */
  readonly answered: Readonly<Record<number, AnsweredMessage>>
  /** Whether the portal's plan hides what is older than the oldest message; null until it has been asked there. */
  readonly cutByPlan: boolean | null
  /** Whether the portal has nothing more to give about this dialog. */
  readonly refused: boolean
}

export const NOTHING_LEARNED: DialogEnrichment = {
  facts: {},
  deferredUntilOffscreen: {},
  requested: {},
  answered: {},
  cutByPlan: null,
  refused: false,
}

const selectFacts = ({ facts }: DialogEnrichment): Enrichments => facts

/** What was learned about a dialog's messages. Filled by `enrich-messages.ts`. */
export const enrichmentQuery = (client: RestClient, dialogId: DialogId) =>
  queryOptions<DialogEnrichment, PortalError, Enrichments>({
    queryKey: [client.portal, 'enrichment', dialogId],
    queryFn: skipToken,
    initialData: NOTHING_LEARNED,
    select: selectFacts,
    staleTime: 'static',
  })

/** Whose enrichment it is. */
export interface EnrichmentScope {
  readonly queryClient: QueryClient
  readonly client: RestClient
  readonly dialogId: DialogId
}
