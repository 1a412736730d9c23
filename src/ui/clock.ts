import { createContext, use } from 'react'
import { Clock } from '~/lib/time/clock'

export const ClockContext = createContext(new Clock('own'))

/** The clock that the reader has chosen. */
export const useClock = (): Clock => use(ClockContext)
