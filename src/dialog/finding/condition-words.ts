import type { UserId } from '~/domain/ids'
import type { Condition } from '~/domain/search/query'
import { useFormats, type Formats } from '~/ui/formats'
import { useText, type Translate } from '~/ui/i18n'
import { useFindUser } from '../use-find-user.ts'

/** Names conditions in words. */
export function useConditionWords(): (condition: Condition) => string {
  const t = useText()
  const formats = useFormats()
  const personOf = usePersonOf()
  return (condition) => {
    const name = wordsOf(condition, t, formats, personOf)
    return condition.not ? t('search.not', { condition: name }) : name
  }
}

/** Of the name or the number that `from:` has, the name to be shown. */
export function usePersonOf(): (name: string) => string {
  const findUser = useFindUser()
  return (name) => (/^\d+$/.test(name) ? findUser(Number(name) as UserId)?.name : undefined) ?? name
}

function wordsOf(condition: Condition, t: Translate, formats: Formats, nameOf: (name: string) => string): string {
  switch (condition.kind) {
    case 'text':
      return `“${condition.text}”`
    case 'from':
      return t('search.from', { name: nameOf(condition.name) })
    case 'has':
      return t(`search.has.${condition.what}`)
    case 'is':
      return t(`search.is.${condition.what}`)
    case 'before':
    case 'after':
    case 'on':
      return t(`search.date.${condition.kind}`, { date: dateIn(condition.date, formats) })
  }
}

function dateIn(date: string, formats: Formats): string {
  const [, month, day] = date.split('-')
  if (month === undefined) return date
  return day === undefined ? formats.month(date) : formats.calendarDate(date)
}
