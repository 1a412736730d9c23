const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

/** A locale as newer browsers know it. */
type LocaleWithWeeks = Intl.Locale & { readonly weekInfo?: { firstDay: number }; getWeekInfo?(): { firstDay: number } }

/** On which day weeks begin where a language tag is from: Monday where the browser does not tell. */
export function weekStart(tag: string): (typeof days)[number] {
  const locale: LocaleWithWeeks = new Intl.Locale(tag)
  const { firstDay = 1 } = locale.getWeekInfo?.() ?? locale.weekInfo ?? {}
  return days[firstDay - 1] ?? 'mon'
}
