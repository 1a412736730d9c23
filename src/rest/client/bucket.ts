import type { Priority } from './client.ts'

/**
 * Our copy of the portal's leaky bucket (`docs/bitrix24/rest.md` §1.3): one drop a request, two leak out a second, and
 * fifty fit. What is not urgent leaves room for what the reader may want next.
 */
export interface Bucket {
  readonly level: number
  /** Epoch ms of `level`. */
  readonly at: number
}

const CAPACITY = 50
const DRAIN_PER_MS = 2 / 1000
const ROOM: Readonly<Record<Priority, number>> = { reader: 46, prefetch: 40, background: 24 }
/** Below it, several tabs may each send all they have at once, and the portal still refuses nothing. */
const CROWDED = 20

export const emptyBucket: Bucket = { level: 0, at: 0 }

export const levelAt = (bucket: Bucket, now: number): number => Math.max(0, bucket.level - Math.max(0, now - bucket.at) * DRAIN_PER_MS)

/** Milliseconds until a request of this priority may leave; 0 for at once. */
export function waitFor(bucket: Bucket, priority: Priority, now: number): number {
  const over = levelAt(bucket, now) + 1 - ROOM[priority]
  return over <= 0 ? 0 : Math.ceil(over / DRAIN_PER_MS)
}

/** Whether tabs that send at the same moment, each unaware of the others, might fill it. */
export const isCrowded = (bucket: Bucket, now: number): boolean => levelAt(bucket, now) >= CROWDED

/** The bucket after requests have left. */
export const pour = (bucket: Bucket, now: number, drops = 1): Bucket => ({
  level: Math.min(CAPACITY, levelAt(bucket, now) + drops),
  at: now,
})

/** The bucket after the portal has said that its own is full: others behind the same address fill it too. */
export const overflow = (bucket: Bucket, now: number): Bucket => ({ level: Math.max(levelAt(bucket, now), ROOM.reader), at: now })
