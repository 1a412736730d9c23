import { expect, it } from 'vitest'
import { fakeFile } from '~/testing/fake-file'
import { fakeMessage } from '~/testing/fake-message'
import { byMonth, finder, sizeOf, type PanelItem } from './panel-items.ts'

const item = (id: number, date: string | null): PanelItem => ({
  key: String(id),
  name: `Contract ${id}.pdf`,
  message: fakeMessage(id, date === null ? null : Date.parse(date)),
  author: undefined,
  file: null,
})
const days: Readonly<Record<number, string | null>> = { 5: '2024-10-01', 4: '2024-09-30', 3: null, 2: '2024-09-12', 1: '2023-09-12' }
const items = [5, 4, 3, 2, 1].map((id) => item(id, days[id] ?? null))
const dayOf = ({ message }: PanelItem) => days[message.id] ?? null

it('items are grouped by month, newest first, and what has no date stays where it is', () => {
  expect(byMonth(items, dayOf).map(({ month, items: { length } }) => [month, length])).toEqual([
    ['2024-10', 1],
    ['2024-09', 3],
    ['2023-09', 1],
  ])
})

it.each([
  ['2024-09', [4, 2]],
  ['contract 2', [2]],
  ['12.09.2024', [2]],
  ['12 сентября', [2, 1]],
  ['contract september 2024', [4, 2]],
  ['invoice september 2024', []],
  ['  ', [5, 4, 3, 2, 1]],
])('“%s” finds %o', (find, ids) => {
  const matches = finder<PanelItem>(find, (each) => ({ words: each.name, day: dayOf(each) }))
  expect(items.filter(matches).map(({ message }) => message.id)).toEqual(ids)
})

it('sizes are added up, and that some are unknown is told', () => {
  const file = (sizeBytes: number | null) => fakeFile(1, { sizeBytes })
  expect(sizeOf([file(1_000), file(500)])).toEqual({ bytes: 1_500, more: false })
  expect(sizeOf([file(1_000), file(null)])).toEqual({ bytes: 1_000, more: true })
})
