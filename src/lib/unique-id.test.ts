import { expect, it, vi } from 'vitest'
import { uniqueId } from './unique-id.ts'

it('is another one each time, has no colon, and needs nothing that only secure pages have', () => {
  vi.stubGlobal('crypto', undefined)
  const ids = Array.from({ length: 1_000 }, uniqueId)
  vi.unstubAllGlobals()
  expect(new Set(ids).size).toBe(1_000)
  for (const id of ids) expect(id).toMatch(/^[\w.]+$/)
})
