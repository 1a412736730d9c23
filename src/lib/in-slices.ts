import { nextTask } from './next-task.ts'

/** How long one slice may take, ms: half of a frame. */
const SLICE_MS = 8

/**
 * Does something with each of some items, a few milliseconds at a time: whoever scrolls meanwhile is not kept waiting.
 * @returns false when it was told to end before all was done
 */
export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void, signal?: AbortSignal): Promise<boolean> {
  let until = performance.now() + SLICE_MS
  for (const item of items) {
    if (performance.now() >= until) {
      await nextTask()
      until = performance.now() + SLICE_MS
    }
    if (signal?.aborted) return false
    work(item)
  }
  return true
}
