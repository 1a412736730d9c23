import { hash, unit } from '../random.ts'

const DAY = 86_400_000

/**
 * When message n of a long chat was written: nights, quiet weekends, holidays without a word and busy
 * days. Memory is one number a day, whatever the number of messages.
 */
export class Calendar {
  readonly #firstDay: number
  /** Messages written before day d; one entry more than there are days. */
  readonly #before: Float64Array
  readonly #seed: number

  /** @param firstDay epoch ms of the portal's midnight that begins the first day */
  constructor(seed: number, firstDay: number, days: number, count: number) {
    this.#seed = seed
    this.#firstDay = firstDay
    const weights = new Float64Array(days)
    let total = 0
    for (let day = 0; day < days; day++) {
      const weekday = new Date(firstDay + day * DAY + DAY / 2).getUTCDay()
      const week = Math.floor(day / 7)
      const silent = unit(seed, 1, Math.floor(day / 10)) < 0.04
      const busy = unit(seed, 2, day) < 0.06 ? 4 : 1
      const weekend = weekday === 0 ? 0.02 : weekday === 6 ? 0.08 : 1
      const season = 0.5 + unit(seed, 3, week)
      weights[day] = silent ? 0 : weekend * busy * season
      total += weights[day] as number
    }
    this.#before = new Float64Array(days + 1)
    let sum = 0
    for (let day = 0; day < days; day++) {
      sum += weights[day] as number
      this.#before[day + 1] = Math.round((sum / total) * count)
    }
    // The last message belongs to the last day with any, whatever the rounding.
    this.#before[days] = count
  }

  /** Epoch ms, whole seconds; never falls as n grows. */
  timeOf(n: number): number {
    let low = 0
    let high = this.#before.length - 1
    while (low < high - 1) {
      const middle = (low + high) >> 1
      if ((this.#before[middle] as number) <= n) low = middle
      else high = middle
    }
    const first = this.#before[low] as number
    const inDay = Math.max(1, (this.#before[low + 1] as number) - first)
    // Conversations of twelve lines come in bursts: position inside the day is bent towards their starts.
    const position = (n - first + unit(this.#seed, 4, n) * 0.9) / inDay
    const bent =
      position +
      Math.sin(position * Math.PI * 2 * Math.min(6, Math.ceil(inDay / 12))) / (2 * Math.PI * Math.min(6, Math.ceil(inDay / 12)) * 1.15)
    const start = 7.5 * 3600 + (hash(this.#seed, 5, low) % 5400)
    const length = 10.5 * 3600
    return this.#firstDay + low * DAY + Math.floor(start + bent * length) * 1000
  }
}
