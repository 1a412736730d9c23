import type { HitPlace } from '~/dialog/found-words/WordPainter'
import type { MessageId } from '~/domain/ids'

/** A message with hits. */
export interface FoundMessage {
  readonly id: MessageId
  /** Epoch ms. */
  readonly sentAt: number | null
  readonly count: number
  /** How many hits are in older messages. */
  readonly before: number
}

/** All hits, from the oldest message on. */
export interface FoundHits {
  /** What was looked for, as it is compared. */
  readonly phrase: string
  readonly messages: readonly FoundMessage[]
  readonly total: number
}

export const NO_HITS: FoundHits = { phrase: '', messages: [], total: 0 }

/** How often a folded text contains a folded phrase. */
export function countOf(text: string, phrase: string): number {
  let count = 0
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + phrase.length)) count++
  return count
}

/** Index of the first of some that is not `below`, all of which come first. */
function firstNot<T>(all: readonly T[], below: (one: T) => boolean): number {
  let [low, high] = [0, all.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = all[middle]
    if (one !== undefined && below(one)) low = middle + 1
    else high = middle
  }
  return low
}

/** The hits of a message; undefined where it has none. */
export function foundIn({ messages }: FoundHits, id: MessageId): FoundMessage | undefined {
  const found = messages[firstNot(messages, (message) => message.id < id)]
  return found?.id === id ? found : undefined
}

/** The number of a hit, from 1; 0 where it is none (any more). */
export function numberOf(hits: FoundHits, place: HitPlace | null): number {
  const found = place && foundIn(hits, place.id)
  return found && place.nth < found.count ? found.before + place.nth + 1 : 0
}

function placeOf({ messages }: FoundHits, number: number): HitPlace | null {
  const found = messages[firstNot(messages, ({ before, count }) => before + count < number)]
  return found ? { id: found.id, nth: number - found.before - 1 } : null
}

/** The hit after or before a place, which need not be one any more; beyond the last, the first. Null where there are none. */
export function stepFrom(hits: FoundHits, from: HitPlace, step: 1 | -1): HitPlace | null {
  const { messages, total } = hits
  if (total === 0) return null
  const number = numberOf(hits, from)
  // Between two hits, the second has the number of those before it and one.
  const between = messages[firstNot(messages, ({ id }) => id < from.id)]?.before ?? total
  const next = number > 0 ? number + step : step === 1 ? between + 1 : between
  return placeOf(hits, ((next - 1 + total) % total) + 1)
}

/** Where a step leads from a hit: to itself as long as nobody was led to it, else beyond it; also where it is none any more. */
export const nextFrom = (hits: FoundHits, current: HitPlace, step: 1 | -1, isLedTo: boolean): HitPlace | null =>
  isLedTo || numberOf(hits, current) === 0 ? stepFrom(hits, current, step) : current

/** The first and the last message that are on the screen. */
export interface Sight {
  readonly first: MessageId
  readonly last: MessageId
}

/** The first hit on the screen; where there is none the nearest to it, of two as near the one below. Null where there are none at all. */
export function nearestTo({ messages }: FoundHits, { first, last }: Sight): HitPlace | null {
  const at = firstNot(messages, ({ id }) => id < first)
  const [above, below] = [messages[at - 1], messages[at]]
  if (below && (!above || below.id <= last || below.id - last <= first - above.id)) return { id: below.id, nth: 0 }
  return above ? { id: above.id, nth: above.count - 1 } : null
}
