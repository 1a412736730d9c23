/** Of years that somebody may have written in. */
const DATE = /^((?:19|20)\d\d)(?:-(\d\d?)(?:-(\d\d?))?)?$/
/** As dates are written where days come first. */
const DOTTED = /^(?:(\d\d?)\.)?(\d\d?)\.((?:19|20)\d\d)$/

const padded = (digits: string): string => digits.padStart(2, '0')

/** A year, a month or a day that exists, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null for anything else. */
export function calendarDate(text: string): string | null {
  const dotted = DOTTED.exec(text)
  const [year = '', month, day] = dotted ? [dotted[3], dotted[2], dotted[1]] : (DATE.exec(text)?.slice(1) ?? [])
  if (year === '') return null
  if (month === undefined) return year
  const date = [year, padded(month), padded(day ?? '1')].join('-')
  const instant = Date.parse(`${date}T00:00:00Z`)
  // Of the 31st of a short month a day of the next one is made.
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, date.length) !== date) return null
  return day === undefined ? date.slice(0, -3) : date
}

/** The first and the last day of a year, a month or a day, as `YYYY-MM-DD`. */
export function daysOf(date: string): readonly [first: string, last: string] {
  const [year = '', month, day] = date.split('-')
  if (day !== undefined) return [date, date]
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`]
  // Day 0 of the next month.
  const next = new Date(`${date}-01T00:00:00Z`)
  next.setUTCMonth(next.getUTCMonth() + 1, 0)
  return [`${date}-01`, `${date}-${padded(String(next.getUTCDate()))}`]
}
