const formats = new Map<string, Intl.DateTimeFormat>()

/** Calendar day of an instant in a time zone, as `YYYY-MM-DD`. */
export function dayOf(epochMs: number, timeZone: string): string {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timeZone, format)
  }
  return format.format(epochMs)
}
