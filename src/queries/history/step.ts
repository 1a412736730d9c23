import { nearestBeyond, type From } from '~/domain/history/beyond'
import type { ChatId, MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import { isPortalError } from '~/domain/portal/portal-error'
import { readInBulk, type BulkCursor } from '~/rest/methods/history/bulk-reader'
import { findBeside } from '~/rest/methods/history/find-beside'
import { chatCardQuery } from '../chats.ts'
import type { SearchScope } from '../MessageSearch.ts'
import { windowsOf } from './loaded-windows.ts'
import { chatNamedBy } from './message-time.ts'

/** Which message is stepped to. */
export interface StepWanted {
  /** Each of them has one of these in what is stored of it, for a portal that can search; none where nothing tells. */
  readonly phrases: readonly string[]
  readonly isWanted: (message: Message) => boolean
}

export interface StepOptions {
  readonly signal: AbortSignal
  /** Is told up to which message none is wanted. */
  readonly onReached: (message: Message) => void
}

/** How far what is loaded leads from a place: to a wanted message, or to where it goes on; to nothing at the end of the chat. */
interface Loaded {
  readonly found: MessageId | null
  readonly beyond: BulkCursor | null
}

function inLoaded({ queryClient, client, dialogId }: SearchScope, from: From, isWanted: StepWanted['isWanted']): Loaded {
  const isFarther = (than: MessageId, reached: MessageId) => (from.side === 'older' ? than < reached : than > reached)
  let beyond: BulkCursor = { than: from.id, probes: [] }
  for (const { pages } of windowsOf(queryClient, client, dialogId)) {
    const messages = pages.flatMap((page) => page.messages)
    if (!messages.some(({ id }) => id === from.id)) continue
    const found = nearestBeyond(messages, from, isWanted)
    if (found) return { found: found.id, beyond: null }
    const edge = from.side === 'older' ? pages[0]?.older : pages.at(-1)?.newer
    if (edge == null) return { found: null, beyond: null }
    if (isFarther(edge.than, beyond.than)) beyond = edge
  }
  return { found: null, beyond }
}

/** A portal that answers so has no search for this reader. */
const refuses = (error: unknown): boolean => isPortalError(error) && ['unsupported', 'access', 'rejected', 'contract'].includes(error.code)

async function bySearch(
  { client }: SearchScope,
  chatId: ChatId,
  phrase: string,
  { side, id }: From,
  { isWanted, nearest }: Pick<StepWanted, 'isWanted'> & { readonly nearest: Message | null },
  { signal, onReached }: StepOptions,
): Promise<Message | null> {
  let than: MessageId | null = id
  while (than !== null) {
    const page = await findBeside(client, { chatId, phrase, side, than, upTo: nearest?.sentAt ?? null }, { signal })
    signal.throwIfAborted()
    const found = nearestBeyond(page.messages, { id: than, including: false, side }, isWanted)
    if (found) return found
    const reached = page.messages.find((message) => message.id === page.next)
    if (reached) onReached(reached)
    than = page.next
  }
  return null
}

/** The nearest of what the portal finds. */
async function bySearches(
  scope: SearchScope,
  from: From,
  { phrases, isWanted }: StepWanted,
  options: StepOptions,
): Promise<MessageId | null> {
  const { queryClient, client, dialogId } = scope
  const chatId = chatNamedBy(dialogId) ?? (await queryClient.ensureQueryData(chatCardQuery(client, dialogId))).chatId
  if (chatId === null) return null
  let nearest: Message | null = null
  for (const phrase of phrases) {
    const found = await bySearch(scope, chatId, phrase, from, { isWanted, nearest }, options)
    nearest = nearestBeyond(
      [found, nearest].filter((message) => message !== null),
      from,
      () => true,
    )
  }
  return nearest?.id ?? null
}

/**
 * The nearest wanted message on one side of a place, wherever in the dialog it is; null when there is none up to the end. What is
 * loaded is looked at first, then the portal is asked; where it cannot tell, messages are read on.
 * @throws {PortalError} and what it was aborted with
 */
export async function stepFrom(scope: SearchScope, from: From, wanted: StepWanted, options: StepOptions): Promise<MessageId | null> {
  const { isWanted } = wanted
  const { found, beyond } = inLoaded(scope, from, isWanted)
  if (found !== null || beyond === null) return found
  if (wanted.phrases.length > 0) {
    try {
      return await bySearches(scope, { ...from, id: beyond.than }, wanted, options)
    } catch (error) {
      options.signal.throwIfAborted()
      if (!refuses(error)) throw error
    }
  }
  const { side } = from
  const { client, dialogId } = scope
  for await (const { messages } of readInBulk(client, dialogId, { direction: side, from: beyond, signal: options.signal })) {
    const nearest = nearestBeyond(messages, { id: beyond.than, including: false, side }, isWanted)
    if (nearest) return nearest.id
    const reached = side === 'older' ? messages[0] : messages.at(-1)
    if (reached) options.onReached(reached)
  }
  return null
}
