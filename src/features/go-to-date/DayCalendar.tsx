import { CalendarDate, parseDate } from '@internationalized/date'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarYearPicker,
} from 'react-aria-components/Calendar'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { weekStart } from '~/lib/time/week-start'
import { useLanguage, useText } from '~/ui/i18n'
import { localeOf } from '~/ui/times'
import styles from './DayCalendar.module.css'

interface DayCalendarProps {
  /** The day that is being read, `YYYY-MM-DD`: the calendar opens at it. */
  readonly shown: string
  /** Days before and after these cannot be chosen. */
  readonly first: string | null
  readonly last: string
  /** Those that are known to have messages. */
  readonly written: ReadonlySet<string>
  readonly onChoose: (day: string) => void
}

/** Of the reader's region where that speaks the language of the interface. */
const regionOf = (language: string): string => navigator.languages.find((tag) => tag.startsWith(`${language}-`)) ?? localeOf(language)

/** Days by month. What has messages, as far as is known, has a dot. */
export function DayCalendar({ shown, first, last, written, onChoose }: DayCalendarProps) {
  const t = useText()
  const language = useLanguage()
  const note = useId()
  const day = parseDate(shown)
  return (
    <I18nProvider locale={localeOf(language)}>
      <Calendar
        className={styles.calendar as string}
        aria-label={t('day.go')}
        // It was asked for, and opens over what had the focus.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        defaultValue={day}
        firstDayOfWeek={weekStart(regionOf(language))}
        minValue={first === null ? new CalendarDate(2000, 1, 1) : parseDate(first)}
        maxValue={parseDate(last)}
        onChange={(chosen) => onChoose(chosen.toString())}
      >
        <header className={styles.header}>
          <Button slot="previous" className={styles.step as string}>
            <ChevronLeft size={18} strokeWidth={1.8} aria-hidden />
          </Button>
          <CalendarMonthPicker format="long">{(picker) => <Picker {...picker} />}</CalendarMonthPicker>
          <CalendarYearPicker visibleYears={60}>{(picker) => <Picker {...picker} />}</CalendarYearPicker>
          <Button slot="next" className={styles.step as string}>
            <ChevronRight size={18} strokeWidth={1.8} aria-hidden />
          </Button>
        </header>
        <CalendarGrid className={styles.grid as string} weekdayStyle="short" aria-describedby={note}>
          <CalendarGridHeader>
            {(name) => <CalendarHeaderCell className={styles.weekday as string}>{name}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell date={date} className={styles.day as string} data-written={written.has(date.toString()) || undefined} />
            )}
          </CalendarGridBody>
        </CalendarGrid>
        <p id={note} className={styles.note}>
          {t('day.written')}
        </p>
      </Calendar>
    </I18nProvider>
  )
}

interface PickerProps {
  readonly 'aria-label': string
  readonly value: string | number
  readonly onChange: (key: string | number | null) => void
  readonly items: readonly { readonly id: number; readonly formatted: string }[]
}

function Picker({ value, onChange, items, ...label }: PickerProps) {
  return (
    <select {...label} className={styles.picker} value={value} onChange={({ target }) => onChange(Number(target.value))}>
      {items.map(({ id, formatted }) => (
        <option key={id} value={id}>
          {formatted}
        </option>
      ))}
    </select>
  )
}
