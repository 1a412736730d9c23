/** The reader's time zone, as the browser has it. */
export const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
