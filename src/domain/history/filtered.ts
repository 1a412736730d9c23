import type { ChatFile } from '../message/chat-file.ts'
import type { FileId, MessageId, UserId } from '../ids.ts'
import type { TextMessage } from '../message/message.ts'
import type { User } from '../people/user.ts'
import type { AnsweredMessage, Enrichment } from './enrichment.ts'
import { sortMessages, type History } from './history.ts'

/** A message that is shown while others are not, with what belongs to it. */
export interface KeptMessage {
  readonly id: MessageId
  readonly message: TextMessage
  readonly author: User | undefined
  readonly files: readonly ChatFile[]
  readonly facts: Enrichment | undefined
  /** What it replies to. */
  readonly answered: AnsweredMessage | undefined
}

/** How far the messages of a dialog have been looked through. */
export interface Covered {
  /** Epoch ms: nothing as old or newer was left out; null for nothing yet. */
  readonly since: number | null
  /** Whether nothing older can be wanted. */
  readonly complete: boolean
}

/**
 * The messages that were found, as a history of their own. Those that a window of the dialog holds are as they are there, because it
 * is kept true: what was edited since is shown so, what was deleted goes, and what has arrived comes.
 * @param judge what is kept of a message of that window; null where it is not wanted
 */
export function filteredHistory(
  found: readonly KeptMessage[],
  loaded: History | undefined,
  { since, complete }: Covered,
  judge: (message: TextMessage) => KeptMessage | null,
): History {
  const kept = new Map(found.map((one) => [one.id, one]))
  for (const message of loaded?.messages ?? []) {
    const isCovered = complete || (since !== null && message.sentAt !== null && message.sentAt >= since)
    const before = kept.get(message.id)
    if (message.kind === 'unknown' || !(isCovered || before)) continue
    const now = judge(message)
    if (now) kept.set(message.id, { ...now, facts: before?.facts, answered: before?.answered })
    else kept.delete(message.id)
  }
  const all = [...kept.values()]
  const messages = sortMessages(all.map(({ message }) => message))
  const users = new Map<UserId, User>(loaded?.users)
  const files = new Map<FileId, ChatFile>(loaded?.files)
  for (const { author, files: own } of all) {
    if (author && !users.has(author.id)) users.set(author.id, author)
    for (const file of own) if (!files.has(file.id)) files.set(file.id, file)
  }
  const [oldest] = messages
  return {
    messages,
    users,
    files,
    lostBefore: new Map(),
    // No message follows its neighbour in the dialog: each begins anew, and nothing folds.
    pageStarts: new Set(messages.map(({ id }) => id)),
    chatId: loaded?.chatId ?? null,
    older: complete || !oldest ? null : { at: 'older', than: oldest.id, probes: [] },
    newer: null,
    filtered: true,
  }
}

/** What pages lack of the messages that were found. */
export const factsOf = (found: readonly KeptMessage[]): Readonly<Record<number, Enrichment>> =>
  Object.fromEntries(found.flatMap(({ id, facts }) => (facts ? [[id, facts]] : [])))
