const formats = new Map<string, Intl.DateTimeFormat>()

/** Every time zone of the present is a whole number of quarters away from UTC, so a quarter lies in one day. */
const QUARTER_MS = 15 * 60_000
const MAX_KNOWN = 10_000
const known = new Map<string, Map<number, string>>()

/** Calendar day of an instant in a time zone, as `YYYY-MM-DD`. */
export function dayOf(epochMs: number, timeZone: string): string {
  const days = known.get(timeZone) ?? new Map<number, string>()
  known.set(timeZone, days)
  const quarter = Math.floor(epochMs / QUARTER_MS)
  const before = days.get(quarter)
  if (before !== undefined) return before
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  const day = format.format(epochMs)
  if (days.size >= MAX_KNOWN) days.clear()
  days.set(quarter, day)
  return day
}
