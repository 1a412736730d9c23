import type { OperatingTime } from './operating-time.ts'
import { shareBucket, type Neighbours, type TabsHost } from './neighbours.ts'
import type { Clock, Scheduler } from './scheduler.ts'

/** Makes a scheduler mind the operating time of methods. */
export function mindOperatingTime(scheduler: Scheduler, operating: OperatingTime): void {
  scheduler.gate = { wait: (methods, priority, now) => operating.hold(methods, priority, now), tell: () => {} }
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
  }
  return () => {
    scheduler.gate = gate
    neighbours.leave()
  }
}
