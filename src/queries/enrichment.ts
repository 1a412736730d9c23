import type { QueryClient } from '@tanstack/react-query'
import { enrich } from '~/domain/enrichment'
import type { History, MessagePage } from '~/domain/history'
import type { DialogId, MessageId } from '~/domain/ids'
import type { Enrichment, Message } from '~/domain/message'
import { isPortalError } from '~/domain/portal-error'
import { getOrMake } from '~/lib/get-or-make'
import type { RestClient } from '~/rest/client/client'
import { ENRICHED_AT_ONCE, loadEnrichment } from '~/rest/methods/enrichment'
import { historyKey, holds, type HistoryData } from './history.ts'

/** Messages that have been asked for, as they were read: those that are let go and read again are asked for again. */
const asked = new WeakSet<Message>()
/** Portals that tell nothing more. */
const silent = new WeakSet<RestClient>()

const enriched = (messages: readonly Message[], found: ReadonlyMap<MessageId, Enrichment>): Message[] =>
  messages.map((message) => {
    if (message.kind === 'unknown') return message
    const enrichment = found.get(message.id)
    return enrichment ? enrich(message, enrichment) : message
  })

/** Puts what was told of messages into every window of the dialog that holds them. */
function put(queryClient: QueryClient, client: RestClient, dialogId: DialogId, found: ReadonlyMap<MessageId, Enrichment>): void {
  queryClient.setQueriesData<HistoryData>({ queryKey: historyKey(client, dialogId) }, (data) => {
    if (!data || !holds(data, (id) => found.has(id))) return data
    return { ...data, pages: data.pages.map((page): MessagePage => ({ ...page, messages: enriched(page.messages, found) })) }
  })
}

/** Told of messages that were on the screen, which would have grown under the reader's eyes. */
const held = new WeakMap<RestClient, Map<DialogId, Map<MessageId, Enrichment>>>()

const heldOf = (client: RestClient, dialogId: DialogId): Map<MessageId, Enrichment> =>
  getOrMake(
    getOrMake(held, client, () => new Map<DialogId, Map<MessageId, Enrichment>>()),
    dialogId,
    () => new Map<MessageId, Enrichment>(),
  )

const isEnriched = (message: Message): boolean => message.kind !== 'unknown' && message.enrichment !== undefined

/** Whether a message would take more room than it does. */
const grows = (message: Message | undefined, { reactions, forwarded, replyTo }: Enrichment): boolean =>
  message === undefined ||
  message.kind === 'unknown' ||
  (reactions.length > 0 && !message.has.reactions) ||
  (forwarded !== null && !message.has.forward) ||
  (replyTo !== null && !message.has.reply)

/** Puts what was held back of messages that have left the screen. */
export function releaseEnrichment(queryClient: QueryClient, client: RestClient, dialogId: DialogId, inSight: ReadonlySet<number>): void {
  const messages = heldOf(client, dialogId)
  const free = new Map([...messages].filter(([id]) => !inSight.has(id)))
  for (const id of free.keys()) messages.delete(id)
  if (free.size > 0) put(queryClient, client, dialogId, free)
}

/** Messages that came again, with what was told of them before. */
export function keepEnrichment(arrived: readonly Message[], known: readonly Message[]): Message[] {
  const told = new Map(
    known.flatMap((message) => (message.kind !== 'unknown' && message.enrichment ? [[message.id, message.enrichment]] : [])),
  )
  return enriched(arrived, told)
}

/**
 * Asks for reactions, origins and replies of the messages between two of a history that nobody has asked for yet, in one
 * call. Where a portal has no such method nothing is asked again. What would make a message grow that is in sight is held
 * back until it is out of it.
 */
export async function enrichMessages(
  queryClient: QueryClient,
  client: RestClient,
  dialogId: DialogId,
  history: History,
  from: number,
  to: number,
  inSight: () => ReadonlySet<number>,
): Promise<void> {
  if (silent.has(client) || history.chatId === null) return
  const fresh = history.messages.slice(from, to).filter((message) => !asked.has(message) && !isEnriched(message))
  const [first] = fresh
  const last = fresh.at(-1)
  if (!first || !last) return
  const begin = history.messages.indexOf(first)
  const end = Math.min(history.messages.indexOf(last) + 1, begin + ENRICHED_AT_ONCE)
  // A search tells what is below an id that exists; at the newest end of the dialog it needs none.
  const before = history.messages[end]?.id ?? null
  if (before === null && history.newer !== null) return
  const wanted = history.messages.slice(begin, end)
  for (const message of wanted) asked.add(message)
  try {
    const found = await loadEnrichment(client, history.chatId, before, end - begin)
    const byId = new Map(history.messages.map((message) => [message.id, message]))
    const later = heldOf(client, dialogId)
    const visible = inSight()
    const now = new Map<MessageId, Enrichment>()
    for (const [id, enrichment] of found) (visible.has(id) && grows(byId.get(id), enrichment) ? later : now).set(id, enrichment)
    if (now.size > 0) put(queryClient, client, dialogId, now)
  } catch (error) {
    if (!isPortalError(error)) throw error
    // Reactions are worth a later try, not an error on the screen.
    if (error.code === 'unsupported' || error.code === 'access') silent.add(client)
    else for (const message of wanted) asked.delete(message)
  }
}
