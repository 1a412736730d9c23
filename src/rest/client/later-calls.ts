import type { RestClient } from './client.ts'
import { createCollector } from './collect.ts'
import { downloadFile } from './download.ts'
import { mindNeighbours, mindOperatingTime } from './fair-use.ts'
import { OperatingTime } from './operating-time.ts'
import type { Scheduler } from './scheduler.ts'

/** What a client makes its first requests without. */
export interface LaterCalls extends Pick<RestClient, 'collect' | 'download'> {
  readonly operating: OperatingTime
  /** From now on the portal's bucket is shared with other tabs. */
  readonly share: () => void
  /** It is not any more. */
  readonly leave: () => void
}

interface Core extends Pick<RestClient, 'portal' | 'call' | 'batch' | 'heldUntil'> {
  readonly scheduler: Scheduler
}

export function createLaterCalls({ portal, scheduler, call, batch, heldUntil }: Core): LaterCalls {
  // Under `/rest/`, so it counts for the bucket like any call.
  const download: RestClient['download'] = async (url, { signal, priority = 'background', sizeBytes, range } = {}) => {
    const blob = await scheduler.run(url, { priority, signal, download: true }, (attemptSignal) =>
      downloadFile(url, attemptSignal, sizeBytes, range),
    )
    return blob as Blob
  }
  let leave: (() => void) | null = null
  const share = (): void => {
    leave ??= mindNeighbours(scheduler, portal)
  }
  const operating = new OperatingTime()
  mindOperatingTime(scheduler, operating, heldUntil)
  // Tells of those that wait already.
  scheduler.pump()
  return { operating, collect: createCollector({ call, batch }), download, share, leave: () => leave?.() }
}
