import type { Page } from '@playwright/test'

/**
 * Where rows are in each painted frame. Positions come from intersection entries taken in every frame:
 * they are computed after resize observers and before the paint, so a correction made in time counts as
 * none, and one that is a frame late counts as a movement.
 */
export interface PaintedFrame {
  readonly at: number
  /** Middle of the scroller, px from the top of the window. */
  readonly middle: number
  readonly height: number
  /** From the nearer end of what is loaded, px; at 0 a turn of the wheel moves less than a step. */
  readonly fromEnd: number
  /** Top of each mounted message, by id. */
  readonly tops: Readonly<Record<string, number>>
  readonly bottoms: Readonly<Record<string, number>>
}

export async function startProbe(page: Page): Promise<void> {
  await page.evaluate(() => {
    const scroller = document.querySelector('[data-testid="message-list"]')
    if (!scroller) throw new Error('there is no message list')
    const frames: PaintedFrame[] = []
    let running = true
    const frame = () => {
      if (!running) return
      const fromEnd = Math.max(0, Math.min(scroller.scrollTop, scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop))
      const observer = new IntersectionObserver(
        (entries) => {
          observer.disconnect()
          const box = entries[0]?.rootBounds
          if (!box) return
          const tops: Record<string, number> = {}
          const bottoms: Record<string, number> = {}
          for (const { target, boundingClientRect } of entries) {
            const id = (target as HTMLElement).dataset['messageId'] as string
            // A callback that is late also brings the entries of the next frame.
            if (id in tops) continue
            tops[id] = boundingClientRect.top
            bottoms[id] = boundingClientRect.bottom
          }
          frames.push({
            at: entries[0]?.time ?? 0,
            middle: box.top + box.height / 2,
            height: box.height,
            fromEnd,
            tops,
            bottoms,
          })
        },
        { root: scroller },
      )
      for (const row of scroller.querySelectorAll('[data-message-id]')) observer.observe(row)
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    Object.assign(window, {
      stopProbe: () => {
        running = false
        // Callbacks that are late come in any order; the time of an entry is that of its frame.
        return frames.toSorted((a, b) => a.at - b.at)
      },
    })
  })
}

export const stopProbe = (page: Page): Promise<PaintedFrame[]> =>
  page.evaluate(() => (window as unknown as { stopProbe: () => PaintedFrame[] }).stopProbe())

/** Which frames show whether rows are mounted in time. */
export interface Judged {
  /** A longer frame does not: a fast reader has rightly left what was mounted. */
  readonly longMs: number
  /** Nor do this many frames after it, in which the list catches up. */
  readonly after: number
}

const USUALLY: Judged = { longMs: 120, after: 1 }

/** The message whose box is nearest to the middle: the one being read. */
export function readingRow(frame: PaintedFrame): string | null {
  let best: string | null = null
  let distance = Infinity
  for (const [id, top] of Object.entries(frame.tops)) {
    const bottom = frame.bottoms[id] ?? top
    const away = top <= frame.middle && bottom >= frame.middle ? 0 : Math.min(Math.abs(top - frame.middle), Math.abs(bottom - frame.middle))
    if (away < distance) {
      best = id
      distance = away
    }
  }
  return best
}

export interface Movement {
  /** Movements of the reading row between neighbouring frames that are no whole number of steps, px. */
  readonly jumps: readonly number[]
  /** Sum of all movements, px. */
  readonly total: number
  /** Frames in which the row that had been read could not be found any more. */
  readonly lost: number
  /** Frames without any message in the middle third. */
  readonly blank: number
}

/**
 * Compares neighbouring frames by the row that was being read in the earlier one. `step` is what one turn
 * of the wheel moves; 0 when nothing is scrolled. @param judged which frames count as blank, or for a lost row
 */
export function movementOf(frames: readonly PaintedFrame[], step: number, { longMs, after }: Judged = USUALLY): Movement {
  const took = frames.map(({ at }, index) => at - (frames[index - 1]?.at ?? at))
  const inTime = (index: number) => took.slice(Math.max(0, index - after), index + 1).every((ms) => ms < longMs)
  const jumps: number[] = []
  let total = 0
  let lost = 0
  let blank = 0
  for (const [index, frame] of frames.entries()) {
    const ids = Object.keys(frame.tops)
    const inMiddle = ids.some(
      (id) => (frame.bottoms[id] ?? 0) > frame.middle - frame.height / 6 && (frame.tops[id] ?? 0) < frame.middle + frame.height / 6,
    )
    if (!inMiddle && inTime(index)) blank++
    const id = readingRow(frame)
    const next = frames[index + 1]
    if (!next || id === null) continue
    const before = frame.tops[id] ?? 0
    const then = next.tops[id]
    if (then === undefined) {
      if (inTime(index + 1)) lost++
      continue
    }
    const moved = then - before
    total += moved
    const rest = step === 0 ? moved : moved - Math.round(moved / step) * step
    // From less than a step to the end of what is loaded, a turn moves less; the next page may come in the same frame.
    if (Math.abs(rest) > 1 && next.fromEnd > 1 && frame.fromEnd > Math.max(1, step)) jumps.push(Math.round(rest * 100) / 100)
  }
  return { jumps, total, lost, blank }
}

/**
 * How the rows around the middle moved between neighbouring frames of a continuous gesture, px: two of them
 * keep their distance whatever the finger does, and all go its way.
 *
 * Left out is where the browser may have come to the end of what is loaded since the frame before: its
 * scrolling thread stops the gesture there, and the page's own thread learns of that a frame later.
 *
 * @param speed of the gesture, px a second
 */
export function gestureMoves(frames: readonly PaintedFrame[], speed: number): number[][] {
  return frames.flatMap((frame, index) => {
    const [previous, next] = [frames[index - 1], frames[index + 1]]
    if (!previous || !next) return []
    const reach = (speed / 1_000) * (next.at - previous.at)
    if (Math.min(previous.fromEnd, frame.fromEnd, next.fromEnd) < reach) return []
    // In sight both times: rows that have left it stay where they were until they are taken away.
    const inSight = ({ middle, height }: PaintedFrame, top: number) => Math.abs(top - middle) <= height / 2
    const moves = Object.entries(frame.tops).flatMap(([id, top]) => {
      const after = next.tops[id]
      return after !== undefined && inSight(frame, top) && inSight(next, after) ? [after - top] : []
    })
    return moves.length > 1 ? [moves] : []
  })
}
