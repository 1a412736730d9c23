import type { QueryClient } from '@tanstack/react-query'
import type { History, MessagePage } from '~/domain/history'
import type { DialogId, MessageId } from '~/domain/ids'
import type { Enrichment, Message } from '~/domain/message'
import { isPortalError } from '~/domain/portal-error'
import type { RestClient } from '~/rest/client'
import { ENRICHED_AT_ONCE, loadEnrichment } from '~/rest/enrichment'
import type { HistoryData } from './history.ts'

/** Messages that have been asked for, and portals that tell nothing more. */
const asked = new WeakMap<RestClient, Set<string>>()
const silent = new WeakSet<RestClient>()

const enriched = (messages: readonly Message[], found: ReadonlyMap<MessageId, Enrichment>): Message[] =>
  messages.map((message) => {
    const enrichment = message.kind === 'unknown' ? undefined : found.get(message.id)
    return enrichment && message.kind !== 'unknown' ? { ...message, enrichment } : message
  })

/** Puts what was told of messages into every window of the dialog that holds them. */
function put(queryClient: QueryClient, client: RestClient, dialogId: DialogId, found: ReadonlyMap<MessageId, Enrichment>): void {
  queryClient.setQueriesData<HistoryData>({ queryKey: [client.portal, 'history', dialogId] }, (data) => {
    if (!data?.pages.some((page) => page.messages.some(({ id }) => found.has(id)))) return data
    return { ...data, pages: data.pages.map((page): MessagePage => ({ ...page, messages: enriched(page.messages, found) })) }
  })
}

/** Messages that came again, with what was told of them before. */
export function keepEnrichment(arrived: readonly Message[], known: readonly Message[]): Message[] {
  const told = new Map(
    known.flatMap((message) => (message.kind !== 'unknown' && message.enrichment ? [[message.id, message.enrichment]] : [])),
  )
  return told.size === 0 ? [...arrived] : enriched(arrived, told)
}

/**
 * Asks for reactions, origins and replies of the messages between two of a history that nobody has asked for yet, in one
 * call. Where a portal has no such method nothing is asked again.
 */
export async function enrichMessages(
  queryClient: QueryClient,
  client: RestClient,
  dialogId: DialogId,
  history: History,
  from: number,
  to: number,
): Promise<void> {
  if (silent.has(client) || history.chatId === null) return
  const known = asked.get(client) ?? new Set<string>()
  asked.set(client, known)
  const fresh = history.messages.slice(from, to).filter(({ id }) => !known.has(`${dialogId} ${id}`))
  const [first] = fresh
  const last = fresh.at(-1)
  if (!first || !last) return
  const begin = history.messages.indexOf(first)
  const end = Math.min(history.messages.indexOf(last) + 1, begin + ENRICHED_AT_ONCE)
  // A search tells what is below an id that exists; at the newest end of the dialog it needs none.
  const before = history.messages[end]?.id ?? null
  if (before === null && history.newer !== null) return
  for (const { id } of history.messages.slice(begin, end)) known.add(`${dialogId} ${id}`)
  try {
    const found = await loadEnrichment(client, history.chatId, before, end - begin)
    if (found.size > 0) put(queryClient, client, dialogId, found)
  } catch (error) {
    if (!isPortalError(error)) throw error
    // Reactions are worth a later try, not an error on the screen.
    if (error.code === 'unsupported' || error.code === 'access') silent.add(client)
    else for (const { id } of history.messages.slice(begin, end)) known.delete(`${dialogId} ${id}`)
  }
}
