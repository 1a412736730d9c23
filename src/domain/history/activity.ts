import type { MessageId } from '../ids.ts'
import type { Message } from '../message/message.ts'
import type { Probed } from './day-probing.ts'
import { shareOf, type TimeSpan } from './time-scale.ts'

/** What a portal was asked: the nearest message below an id; null for none, and for no answer. */
export interface Probe {
  readonly below: number
  readonly found: Probed | null
}

/** The life of a dialog in a few dates, as probes tell it. */
export interface Outline {
  /** Null where that is not known. */
  readonly first: Probed | null
  /** Ascending. */
  readonly probes: readonly Probe[]
}

export const NO_OUTLINE: Outline = { first: null, probes: [] }

/** So many messages were written between two instants, as far as anybody knows: evenly, and not always a whole number. */
export interface Stretch extends TimeSpan {
  readonly messages: number
}

/** The ids below which a portal is asked for the nearest message: evenly spread, ascending; the last one finds the newest. */
export function outlineProbes(first: number, last: number, count: number): number[] {
  const steps = Array.from({ length: count }, (_, step) => first + Math.round(((step + 1) * (last + 1 - first)) / count))
  return [...new Set(steps)].filter((id) => id > first + 1)
}

type Runs = readonly (readonly Message[])[]

/** Messages for each id, as far as read messages tell: ids are shared by all chats of a portal. */
function rateOf(read: Runs): number {
  let [messages, ids] = [0, 0]
  for (const run of read) {
    messages += Math.max(0, run.length - 1)
    ids += (run.at(-1)?.id ?? 0) - (run[0]?.id ?? 0)
  }
  return ids > 0 ? messages / ids : 1
}

/** What probes have found; nothing from a portal that knows no ids but those of its messages, and answers where one happens to be hit. */
function answersOf({ probes }: Outline) {
  const answered = probes.flatMap(({ below, found }) => (found ? [{ below, found }] : []))
  return answered.length * 2 > probes.length ? answered : []
}

/** Ids and dates of messages, as far as they are known: ascending by id. */
function pointsOf(outline: Outline, read: Runs): [MessageId, number][] {
  const answered = answersOf(outline)
  const known = new Map(answered.map(({ found: { id, sentAt } }) => [id, sentAt]))
  if (outline.first && answered.length > 0) known.set(outline.first.id, outline.first.sentAt)
  for (const { id, sentAt } of read.flat()) if (sentAt !== null) known.set(id, sentAt)
  return [...known].sort(([a], [b]) => a - b)
}

/** About when the message behind an id was sent, epoch ms: between what is known on both sides of it; null where it is not between. */
export function sentAbout(outline: Outline, read: Runs, id: number): number | null {
  const points = pointsOf(outline, read)
  const at = points.findIndex(([known]) => known > id)
  const [after, before] = [points[at], points[at - 1]]
  if (!after || !before) return null
  const [[afterId, afterAt], [beforeId, beforeAt]] = [after, before]
  return beforeAt + ((afterAt - beforeAt) * (id + 1 - beforeId)) / (afterId - beforeId)
}

/**
 * How much was written when: exact where messages have been read, and between probes by the ids that have passed there.
 * Where nothing is known, nothing is said.
 * @param read runs of messages without a gap, each ascending; they may overlap
 */
export function activityOf(outline: Outline, read: Runs): Stretch[] {
  const answered = answersOf(outline)
  const isProbed = answered.length > 0
  // Up to which id it is known that nothing follows a message.
  const silentTo = new Map<MessageId, number>()
  for (const { below, found } of answered) silentTo.set(found.id, Math.max(below, silentTo.get(found.id) ?? 0))
  // Those whose predecessor has been read as well.
  const joined = new Set<MessageId>()
  for (const run of read) for (const { id } of run.slice(1)) joined.add(id)
  const rate = rateOf(read)
  const points = pointsOf(outline, read)
  return points.map(([id, sentAt], at): Stretch => {
    const [before, beforeAt] = points[at - 1] ?? [id, sentAt]
    if (!isProbed || joined.has(id) || before === id) return { from: sentAt, to: sentAt, messages: 1 }
    const silent = Math.min(id, silentTo.get(before) ?? before)
    const resumed = beforeAt + ((sentAt - beforeAt) * (silent - before)) / (id - before)
    // Imports bring dates that go back.
    return { from: Math.min(resumed, sentAt), to: Math.max(resumed, sentAt), messages: Math.max(1, (id - silent) * rate) }
  })
}

/** How many messages fall into each of some equal parts of a span, ascending. */
export function densityOf(stretches: readonly Stretch[], span: TimeSpan, parts: number): number[] {
  const density = Array.from({ length: parts }, () => 0)
  for (const { from, to, messages } of stretches) {
    const [start, end] = [shareOf(span, from) * parts, shareOf(span, to) * parts]
    const [first, last] = [Math.min(parts - 1, Math.floor(start)), Math.min(parts - 1, Math.floor(end))]
    for (let part = first; part <= last; part++) {
      const share = end > start ? (Math.min(end, part + 1) - Math.max(start, part)) / (end - start) : 1
      density[part] = (density[part] ?? 0) + messages * share
    }
  }
  return density
}
