import { dayAt, type Clock } from '~/lib/time/clock'
import { dayAfter, dayStart } from '~/lib/time/day-start'

const DAY_MS = 86_400_000

/** From one instant to another, epoch ms. */
export interface TimeSpan {
  readonly from: number
  readonly to: number
}

const clamped = (share: number): number => Math.max(0, Math.min(1, share))

/** Where in a span an instant is, 0 to 1; the end of one that has no length. */
export const shareOf = ({ from, to }: TimeSpan, at: number): number => (to > from ? clamped((at - from) / (to - from)) : 1)

/** The instant at a share of a span, epoch ms. */
export const instantOf = ({ from, to }: TimeSpan, share: number): number => Math.round(from + clamped(share) * (to - from))

/** The days of a dialog, to scale: shares of its life, from its first message to its last one, and the days that they fall on. */
export class DayScale {
  readonly span: TimeSpan
  /** `YYYY-MM-DD` */
  readonly first: string
  readonly last: string
  readonly #clock: Clock

  constructor(span: TimeSpan, clock: Clock) {
    this.span = span
    this.#clock = clock
    this.first = this.dayAt(0)
    this.last = this.dayAt(1)
  }

  /** The day at a share. */
  dayAt(share: number): string {
    const at = instantOf(this.span, share)
    return dayAt(at, this.#clock.offsetAt(at))
  }

  /** Where a day begins; one outside of the scale is at its end. */
  shareOfDay(day: string): number {
    return shareOf(this.span, dayStart(this.#clock, day).at)
  }

  /** Of a day: how many days after the first one it is. */
  indexOf(day: string): number {
    return Math.round((Date.parse(day) - Date.parse(this.first)) / DAY_MS)
  }

  /** The nearest day that is on the scale. */
  nearest(day: string): string {
    return day < this.first ? this.first : day > this.last ? this.last : day
  }

  /**
   * The next day with messages where that is known, else the next day.
   * @param written days with messages between which there are no others, ascending
   */
  step(day: string, direction: 1 | -1, written: readonly string[]): string {
    const isKnown = written.length > 0 && (written[0] ?? '') <= day && day <= (written.at(-1) ?? '')
    const next = isKnown ? (direction > 0 ? written.find((other) => other > day) : written.findLast((other) => other < day)) : undefined
    return this.nearest(next ?? dayAfter(day, direction))
  }
}

/** A year, month or day that begins somewhere on a scale. */
export interface Tick {
  readonly day: string
  readonly share: number
  readonly unit: 'year' | 'month' | 'day'
}

const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120] as const
const DAYS = [1, 2, 7, 14] as const

const two = (value: number): string => String(value).padStart(2, '0')

/** The ticks of a scale at one distance from one another, which is as small as a number of them allows. */
export function ticksOf(scale: DayScale, most: number): Tick[] {
  const days = scale.indexOf(scale.last)
  const tick = (day: string): Tick => ({
    day,
    share: scale.shareOfDay(day),
    unit: day.endsWith('-01-01') ? 'year' : day.endsWith('-01') ? 'month' : 'day',
  })
  const within = (ticks: readonly string[]) => ticks.filter((day) => day > scale.first && day <= scale.last).map(tick)
  const step = DAYS.find((length) => days / length <= most)
  if (step !== undefined) return within(Array.from({ length: Math.floor(days / step) }, (_, at) => dayAfter(scale.first, (at + 1) * step)))
  const [year = 0, month = 1] = scale.first.split('-').map(Number)
  const [lastYear = 0, lastMonth = 1] = scale.last.split('-').map(Number)
  const from = year * 12 + month - 1
  const to = lastYear * 12 + lastMonth - 1
  const length = MONTHS.find((months) => (to - from) / months <= most) ?? Math.ceil((to - from) / most / 12) * 12
  const begin = Math.ceil(from / length) * length
  const months = Array.from({ length: Math.max(0, Math.floor((to - begin) / length) + 1) }, (_, at) => begin + at * length)
  return within(months.map((at) => `${String(Math.floor(at / 12)).padStart(4, '0')}-${two((at % 12) + 1)}-01`))
}
