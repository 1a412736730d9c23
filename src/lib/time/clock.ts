/** Whose clock times are read on: the reader's, the portal's, or none of a place. */
export type ClockName = 'own' | 'portal' | 'utc'

/** What is known of a portal's clock: the offset of a date that it wrote lately, minutes east of UTC. */
export interface KnownOffset {
  minutes: number | null
}

/**
 * A clock, on which days and times are read together. Everything is read as minutes east of UTC at an instant: that is what a
 * portal writes with each of its dates (`docs/bitrix24/rest.md` §2), and it needs no rules of time zones.
 */
export class Clock {
  readonly name: ClockName
  /** Shared by the clocks of a page, so that what one has learned the next one knows. */
  readonly #portal: KnownOffset

  constructor(name: ClockName, portal: KnownOffset = { minutes: null }) {
    this.name = name
    this.#portal = portal
  }

  /** Notes how far the portal's dates are from UTC. */
  learn(minutes: number | null): void {
    if (minutes !== null) this.#portal.minutes = minutes
  }

  /**
   * Minutes east of UTC at an instant. @param written the offset that the portal wrote with this date; null where it is unknown,
   * which stands for that of its other dates, or, before there are any, for the reader's own
   */
  offsetAt(epochMs: number, written: number | null = null): number {
    if (this.name === 'utc') return 0
    const portal = this.name === 'portal' ? (written ?? this.#portal.minutes) : null
    return portal ?? ownOffset(epochMs)
  }
}

/** The reader's own, according to the browser; 0 for an instant that it does not know. */
const ownOffset = (epochMs: number): number => -new Date(epochMs).getTimezoneOffset() || 0

/** The last instant of JavaScript's calendar, epoch ms. */
const LAST_MS = 8.64e15

/** An instant as a clock with that offset shows it, in the fields of UTC. */
export const shifted = (epochMs: number, offsetMinutes: number): Date =>
  new Date(Math.max(-LAST_MS, Math.min(LAST_MS, epochMs + offsetMinutes * 60_000)))

/** Day and time, as `YYYY-MM-DD` and `HH:MM:SS`. A year of more than four digits has a sign, so that nothing is found by its place. */
const isoAt = (epochMs: number, offsetMinutes: number): readonly string[] => shifted(epochMs, offsetMinutes).toISOString().split(/[T.]/)

/** The calendar day of an instant, as `YYYY-MM-DD`. */
export const dayAt = (epochMs: number, offsetMinutes: number): string => isoAt(epochMs, offsetMinutes)[0] ?? ''

/** The time of an instant, as `HH:MM:SS`. */
export const timeAt = (epochMs: number, offsetMinutes: number): string => isoAt(epochMs, offsetMinutes)[1] ?? ''

/** `UTC`, `UTC+3`, `UTC-3:30` */
export function offsetLabel(offsetMinutes: number): string {
  const [hours = '', minutes = ''] = timeAt(0, Math.abs(offsetMinutes)).split(':')
  return offsetMinutes === 0 ? 'UTC' : `UTC${offsetMinutes < 0 ? '-' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}
