import { expect, it } from 'vitest'
import type { RequestTotal } from '~/domain/portal/request-record'
import { claimOf } from './requests-text.ts'

const total = (what: string): RequestTotal => ({ what, from: 'method', alone: 1, inBatches: 0, sizeBytes: 1 })

it('that all of it only reads is said of methods alone of which it is known', () => {
  const reading = [total('im.dialog.messages.get'), total('batch'), total('profile')]
  expect(claimOf(reading)).toBe('requests.claim')
  expect(claimOf([...reading, total('placement.get')])).toBe('requests.claim')
  expect(claimOf([...reading, total('placement.bind')])).toBe('requests.claimButPlaces')
  expect(claimOf([...reading, total('im.dialog.read')])).toBe('requests.noClaim')
  expect(claimOf([total('im.message.add'), total('placement.unbind')])).toBe('requests.noClaim')
})
