import { hasOf, type Enrichment, type TextMessage } from './message.ts'

/** A message with what was told of it later. */
export function enrich(message: TextMessage, told: Enrichment): TextMessage {
  const enriched: TextMessage = {
    ...message,
    enrichment: told,
    reactions: told.reactions.length > 0 ? told.reactions : message.reactions,
    forwarded: told.forwarded ?? message.forwarded,
    replyTo: told.replyTo ?? message.replyTo,
    sticker: message.sticker && { ...message.sticker, url: told.stickerUrl ?? message.sticker.url },
  }
  return { ...enriched, has: hasOf(enriched) }
}
