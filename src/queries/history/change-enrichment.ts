import type { AnsweredMessage } from '~/domain/history/enrichment'
import { enrichmentQuery, NOTHING_LEARNED, type DialogEnrichment, type EnrichmentScope } from './enrichment.ts'
import { windowsOf } from './loaded-windows.ts'

/** For this many messages the facts are kept, wherever they are; for more, only while a window holds them. */
const MAX_KEPT = 2_000

/** What was learned about a dialog's messages so far. */
export const enrichmentOf = ({ queryClient, client, dialogId }: EnrichmentScope): DialogEnrichment =>
  queryClient.getQueryData(enrichmentQuery(client, dialogId).queryKey) ?? NOTHING_LEARNED

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

/** The most messages that are kept for replies to them. */
export const MAX_ANSWERED = 500

/** Keeps some messages for replies to them, of too many the newest. */
export function rememberAnswered(scope: EnrichmentScope, answered: readonly AnsweredMessage[]): void {
  const before = enrichmentOf(scope).answered
  if (answered.every(({ message: { id } }) => id in before)) return
  const all = { ...before, ...Object.fromEntries(answered.map((entry) => [entry.message.id, entry])) }
  const kept = new Set(Object.keys(all).slice(-MAX_ANSWERED).map(Number))
  changeEnrichment(scope, { answered: pickMessages(all, (id) => kept.has(id)) })
}
