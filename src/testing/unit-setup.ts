import { afterAll, vi } from 'vitest'

// Files share a process: what one has put in the place of the system's own is not left to the next.
afterAll(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
