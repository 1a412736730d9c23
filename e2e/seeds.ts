import { createChats, readSamples } from '../demo/chats/index.ts'
import type { Chat } from '../demo/chats/chat.ts'
import { lineSessions } from '../demo/chats/open-lines.ts'

export { rareMessageId } from '../demo/chats/rare.ts'

const chats = createChats(0)

/** The data of the demo portal, for comparing with what is on the screen. */
export function seed(dialogId: string): Chat {
  const chat = chats.get(dialogId)
  if (!chat) throw new Error(`the demo portal has no ${dialogId}`)
  return chat
}

/** Ids `from` … `to` (excluded) by number, ascending. */
export function idsOf(dialogId: string, from = 0, to = seed(dialogId).count(0)): number[] {
  return Array.from({ length: to - from }, (_, at) => seed(dialogId).idAt(from + at))
}

/** Id of a sample of `chat1`, by its name. */
export function sampleId(name: string): number {
  const sample = readSamples().find((entry) => entry.case === name)
  if (!sample) throw new Error(`there is no sample “${name}”`)
  return Number(sample.message.id)
}

/** The first message of a chat since a day began on the portal's clock, which is the reader's. */
export function firstSince(dialogId: string, day: string): number {
  const chat = seed(dialogId)
  let [low, high] = [0, chat.count(0)]
  while (low < high) {
    const middle = (low + high) >> 1
    if (chat.messageAt(middle, 0).date.slice(0, 10) < day) low = middle + 1
    else high = middle
  }
  return chat.idAt(low)
}

/** Id of a message of a conversation of an open channel, by its number there. */
export function lineMessageId(session: number, n: number): number {
  const message = lineSessions.find(({ id }) => id === session)?.messages[n]
  if (!message) throw new Error(`conversation ${session} has no message ${n}`)
  return Number(message.id)
}
