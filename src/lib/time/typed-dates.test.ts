import { expect, it } from 'vitest'
import { mayMean, typedDate } from './typed-dates.ts'

/** Which of some days a text may mean. */
function meant(typed: string, days: readonly string[]): string[] {
  const date = typedDate(typed)
  return date ? days.filter((day) => mayMean(date, day)) : []
}

const days = ['2023-09-12', '2024-09-04', '2024-09-12', '2024-09-13', '2024-12-09']
const september = days.slice(1, 4)

it.each([
  '2024-09',
  '2024/9',
  '09/2024',
  '9.2024',
  'September 2024',
  'sept. 2024',
  'sep 2024',
  'сентябрь 2024',
  'в сентябре 2024 года',
  'сен 2024 г.',
])('“%s” is that month', (typed) => expect(meant(typed, days)).toEqual(september))

it.each([
  '2024-09-12',
  '2024.9.12',
  '12.09.2024',
  '12.9.24',
  '12-09-2024',
  '12 September 2024',
  '12th sep 2024',
  'September 12, 2024',
  'Sept 12th 2024',
  '12 сентября 2024',
  '12-го сентября 2024 г.',
])('“%s” is that day', (typed) => expect(meant(typed, days)).toEqual(['2024-09-12']))

it.each(['12 сентября', '12.09', 'september 12', '12 sep'])('“%s” is that day of any year', (typed) =>
  expect(meant(typed, days)).toEqual(['2023-09-12', '2024-09-12']),
)

it('a day with slashes is read in both orders', () => {
  expect(meant('12/09/2024', days)).toEqual(['2024-09-12', '2024-12-09'])
  expect(meant('09/13/2024', days)).toEqual(['2024-09-13'])
})

it('a year alone, and a month alone by its whole name', () => {
  expect(meant('2023', days)).toEqual(['2023-09-12'])
  expect(meant('декабрь', days)).toEqual(['2024-12-09'])
  expect(meant('december', days)).toEqual(['2024-12-09'])
  expect(meant('may', ['2024-05-01', '2024-03-01'])).toEqual(['2024-05-01'])
  expect(meant('мая', ['2024-05-01', '2024-03-01'])).toEqual(['2024-05-01'])
})

it.each(['', 'mar', 'maria', 'мар', 'марина', '12', '99.99.2024', '2024-13', 'v1.20.3', '12345', 'file2024', 'contract'])(
  '“%s” is no date',
  (typed) => expect(typedDate(typed)).toBeNull(),
)

it('what is typed besides a date is left to be looked for', () => {
  expect(typedDate('Ольга сентябрь 2024')?.rest).toBe('ольга')
  expect(typedDate('contract 12.09.2024 signed')?.rest).toBe('contract signed')
  expect(typedDate('order 12 contract 12 september')?.rest).toBe('order 12 contract')
  expect(typedDate('2024-09')?.rest).toBe('')
  expect(typedDate('в сентябре 2024 года')?.rest).toBe('')
})
