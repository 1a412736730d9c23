import type { AnsweredMessage, Enrichment } from '~/domain/history/enrichment'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import type { Message, TextMessage } from '~/domain/message/message'
import { isPortalError } from '~/domain/portal/portal-error'
import type { RestClient } from '~/rest/client/client'
import { ENRICHED_AT_ONCE, loadEnrichment, type FoundFacts } from '~/rest/methods/history/enrichment'
import { changeEnrichment, enrichmentOf, MAX_ANSWERED, pickMessages, prunedEnrichment } from './change-enrichment.ts'
import type { EnrichmentScope } from './enrichment.ts'

const NO_FACTS: Enrichment = { reactions: [], forwarded: null, replyTo: null, stickerUrl: null }

/** Whether a portal lacks the search. */
const unsupportedKey = (client: RestClient) => [client.portal, 'enrichment-unsupported']

/** A message that came again with other likes is looked up again: its other reactions may have changed too. */
const likesOf = (message: Message): string => (message.kind === 'unknown' ? '' : message.likes.join())

/** Whether the new facts would change a row's height, by adding a block or by removing one. */
const wouldResize = (shown: TextMessage, { reactions, forwarded, replyTo }: Enrichment): boolean =>
  shown.has.reactions !== (reactions.length > 0 || shown.likes.length > 0) ||
  (forwarded !== null && !shown.has.forward) ||
  (replyTo !== null && !shown.has.reply)

/**
 * Keeps the messages that others reply to, of too many the newest, and whether the plan hides anything. One that is replied to and
 * was not returned any more has been deleted, or has a page of its own.
 */
function keepAnswered(scope: EnrichmentScope, { facts, answered, cutByPlan: isCut }: FoundFacts, atBeginning: boolean): void {
  const before = enrichmentOf(scope)
  const cutByPlan = isCut || (before.cutByPlan ?? (atBeginning ? false : null))
  const told = new Map<number, AnsweredMessage>(answered.map((entry) => [entry.message.id, entry]))
  const dropped = new Set<number>([...facts.values()].map(({ replyTo }) => replyTo ?? 0).filter((id) => !told.has(id)))
  const all = { ...pickMessages(before.answered, (id) => !dropped.has(id)), ...Object.fromEntries(told) }
  const ids = Object.keys(all)
  const nothingNew = ids.length === 0 && Object.keys(before.answered).length === 0
  if (nothingNew && before.cutByPlan === cutByPlan) return
  const kept = new Set(ids.slice(-MAX_ANSWERED).map(Number))
  changeEnrichment(scope, { answered: pickMessages(all, (id) => kept.has(id)), cutByPlan })
}

/** Where nobody can tell whether the plan hides anything. */
function assumeWhole(scope: EnrichmentScope): void {
  if (enrichmentOf(scope).cutByPlan === null) changeEnrichment(scope, { cutByPlan: false })
}

/** Shows what was learned about some messages, except what has to wait until it is off the screen. */
function show(
  scope: EnrichmentScope,
  shown: readonly Message[],
  found: ReadonlyMap<MessageId, Enrichment>,
  inSight: ReadonlySet<number>,
): void {
  const now = { ...enrichmentOf(scope).facts }
  const deferred = { ...enrichmentOf(scope).deferredUntilOffscreen }
  const messages = new Map(shown.map((message) => [message.id, message]))
  for (const [id, facts] of found) {
    const message = messages.get(id)
    const waits = inSight.has(id) && message !== undefined && message.kind !== 'unknown' && wouldResize(message, facts)
    if (waits) deferred[id] = facts
    else {
      now[id] = facts
      delete deferred[id]
    }
  }
  changeEnrichment(scope, { facts: now, deferredUntilOffscreen: deferred })
}

/** Shows what had to wait for messages that have left the screen. */
export function releaseEnrichment(scope: EnrichmentScope, inSight: ReadonlySet<number>): void {
  const { facts, deferredUntilOffscreen } = enrichmentOf(scope)
  const free = pickMessages(deferredUntilOffscreen, (id) => !inSight.has(id))
  if (Object.keys(free).length === 0) return
  changeEnrichment(scope, {
    facts: { ...facts, ...free },
    deferredUntilOffscreen: pickMessages(deferredUntilOffscreen, (id) => inSight.has(id)),
  })
}

/** Messages of a history from one index up to another. */
interface IndexRange {
  readonly from: number
  /** Not among them. */
  readonly to: number
}

/**
 * Looks up reactions, origins and replies of the messages in a range of a history that were not looked up yet, in one
 * call. Where a portal lacks the method, it is not tried again. `inSight` gives the ids on the screen once the answer
 * has arrived: what would change the height of one of them waits.
 */
export async function enrichMessages(
  scope: EnrichmentScope,
  history: History,
  { from, to }: IndexRange,
  inSight: () => ReadonlySet<number>,
): Promise<void> {
  const { queryClient, client } = scope
  const unsupported = unsupportedKey(client)
  if (queryClient.getQueryData<boolean>(unsupported) || enrichmentOf(scope).refused || history.chatId === null) return assumeWhole(scope)
  const kept = prunedEnrichment(scope)
  const fresh = history.messages.slice(from, to).filter((message) => kept.requested[message.id] !== likesOf(message))
  const [first] = fresh
  const last = fresh.at(-1)
  if (!first || !last) return
  const begin = history.messages.indexOf(first)
  const end = Math.min(history.messages.indexOf(last) + 1, begin + ENRICHED_AT_ONCE)
  // A search returns what is below an existing id; at the newest end of the dialog it needs none.
  const before = history.messages[end]?.id ?? null
  if (before === null && history.newer !== null) return
  const wanted = history.messages.slice(begin, end)
  changeEnrichment(scope, {
    facts: kept.facts,
    requested: { ...kept.requested, ...Object.fromEntries(wanted.map((message) => [message.id, likesOf(message)])) },
  })
  try {
    // Beyond the oldest message there is one more only where the plan hides it.
    const atBeginning = begin === 0 && history.older === null
    const told = await loadEnrichment(client, history.chatId, before, end - begin + (atBeginning ? 1 : 0))
    const found = new Map(told.facts)
    keepAnswered(scope, told, atBeginning)
    // Some of them had facts before and have none now.
    const { facts, deferredUntilOffscreen } = enrichmentOf(scope)
    for (const { id } of wanted) if ((facts[id] ?? deferredUntilOffscreen[id]) && !found.has(id)) found.set(id, NO_FACTS)
    show(scope, wanted, found, inSight())
  } catch (error) {
    if (!isPortalError(error)) throw error
    // Missing reactions are not worth an error on the screen; they are looked up again later.
    if (error.code === 'unsupported') queryClient.setQueryData(unsupported, true)
    else if (error.code === 'access') changeEnrichment(scope, { refused: true })
    if (error.code === 'unsupported' || error.code === 'access') assumeWhole(scope)
    else {
      const ids = new Set<number>(wanted.map(({ id }) => id))
      changeEnrichment(scope, { requested: pickMessages(enrichmentOf(scope).requested, (id) => !ids.has(id)) })
    }
  }
}
