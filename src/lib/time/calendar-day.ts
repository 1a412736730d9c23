/** A day of the calendar, `YYYY-MM-DD`; null for anything else, such as 30 February. */
export function parseDay(text: string | null): string | null {
  const isDay = text !== null && /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text)
  return isDay ? text : null
}
