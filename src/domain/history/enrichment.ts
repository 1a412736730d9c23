import type { History } from './history.ts'
import type { MessageId } from '../ids.ts'
import type { User } from '../people/user.ts'
import { hasOf, type Forwarded, type Message, type Reaction, type TextMessage } from '../message/message.ts'

/** What `im.dialog.messages.get` omits of a message, and a search returns (`docs/bitrix24/rest.md` §4, §6.1). */
export interface Enrichment {
  /** Likes among them. */
  readonly reactions: readonly Reaction[]
  readonly forwarded: Forwarded | null
  readonly replyTo: MessageId | null
  /** Address of the picture of a sticker. */
  readonly stickerUrl: string | null
}

/** A message that others reply to, as a search returns it beside them. */
export interface AnsweredMessage {
  readonly message: TextMessage
  /** Null for an account that is gone. */
  readonly author: User | null
}

/** For messages of one dialog, by id; plain JSON, because it is cached. */
export type Enrichments = Readonly<Record<number, Enrichment>>

/** A message as its page brought it, with what was learned about it later. */
export function enrich(message: TextMessage, facts: Enrichment): TextMessage {
  const enriched: TextMessage = {
    ...message,
    reactions: facts.reactions.length > 0 ? facts.reactions : message.reactions,
    forwarded: facts.forwarded ?? message.forwarded,
    replyTo: facts.replyTo ?? message.replyTo,
    sticker: message.sticker && { ...message.sticker, url: facts.stickerUrl ?? message.sticker.url },
  }
  return { ...enriched, has: hasOf(enriched) }
}

/**
 * Joins histories with what was learned about their messages. A message about which nothing has changed is the very
 * same object as before, so that its row does not render again.
 */
export class HistoryEnricher {
  readonly #enriched = new WeakMap<TextMessage, { readonly facts: Enrichment; readonly message: TextMessage }>()

  enrich(history: History, facts: Enrichments): History {
    const messages = history.messages.map((message) => this.#enrich(message, facts[message.id]))
    return messages.some((message, index) => message !== history.messages[index]) ? { ...history, messages } : history
  }

  #enrich(message: Message, facts: Enrichment | undefined): Message {
    if (message.kind === 'unknown' || facts === undefined) return message
    const known = this.#enriched.get(message)
    if (known?.facts === facts) return known.message
    const enriched = enrich(message, facts)
    this.#enriched.set(message, { facts, message: enriched })
    return enriched
  }
}
