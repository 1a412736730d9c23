import { expect, it } from 'vitest'
import { weekStart } from './week-start.ts'

it.each([
  ['en-US', 'sun'],
  ['en-GB', 'mon'],
  ['ru-RU', 'mon'],
  ['ar-EG', 'sat'],
])('weeks of %s begin on %s', (tag, day) => expect(weekStart(tag)).toBe(day))
