import { isPortalError } from '~/domain/portal/portal-error'
import type { Cell } from '~/lib/Cell'
import type { OperatingTime } from './operating-time.ts'
import { shareBucket, type Neighbours, type TabsHost } from './neighbours.ts'
import type { Clock, HeldJob, Scheduler } from './scheduler.ts'

/** What is sent again because the portal was not reached, or failed, is not held up by its limits. */
const isHeldByLimits = ({ priority, failure }: HeldJob): boolean =>
  priority === 'reader' && (!isPortalError(failure) || failure.code === 'rate-limit')

/** Makes a scheduler mind the operating time of methods. @param heldUntil is told when the reader's next request leaves, where limits hold it up */
export function mindOperatingTime(scheduler: Scheduler, operating: OperatingTime, heldUntil: Cell<number | null>): void {
  const held = new Map<HeldJob, number>()
  scheduler.gate = {
    wait: (methods, priority, now) => operating.hold(methods, priority, now),
    tell: () => {},
    hold(job, until) {
      if (until !== null && isHeldByLimits(job)) held.set(job, until)
      else held.delete(job)
      heldUntil.set(held.size === 0 ? null : Math.min(...held.values()))
    },
  }
}

/** And the tabs with which it shares the portal's bucket, where it can know of them. @returns ends that */
export function mindNeighbours(scheduler: Scheduler, portal: string, host?: TabsHost, clock?: Clock): () => void {
  const neighbours: Neighbours | null = shareBucket(scheduler, portal, host, clock)
  const { gate } = scheduler
  if (!neighbours) return () => {}
  scheduler.gate = {
    wait(methods, priority, now) {
      const wait = gate?.wait(methods, priority, now) ?? 0
      return wait > 0 || neighbours.mayGo() ? wait : Infinity
    },
    tell: (news) => neighbours.tell(news),
    hold: (job, until) => gate?.hold(job, until),
  }
  return () => {
    scheduler.gate = gate
    neighbours.leave()
  }
}
