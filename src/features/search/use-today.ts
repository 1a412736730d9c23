import { dayAt } from '~/lib/time/clock'
import { useClock } from '~/ui/clock'

/** The present day on the reader's clock, `YYYY-MM-DD`. */
export function useToday(): string {
  const clock = useClock()
  const now = Date.now()
  return dayAt(now, clock.offsetAt(now))
}
