/** The reader's time zone, according to the browser. */
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
