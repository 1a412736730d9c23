import { memo, useMemo } from 'react'
import { densityOf } from '~/domain/history/activity'
import { shareOf } from '~/domain/history/time-scale'
import styles from './RailPicture.module.css'
import type { RailMarks } from './useMarks.ts'
import type { RailData } from './useRailData.ts'

/** So many bars there are: a few pixels each. */
const BARS = 96
/** Marks nearer to one another are one. */
const STEPS = 250
/** The drawing is as high as this, whatever the rail is, and in width what the rail has at most. */
const HEIGHT = 1_000
const WIDTH = 24

interface RailPictureProps {
  readonly data: RailData
  readonly marks: RailMarks
}

/** Bars that grow from the line on the right. The square root leaves room beside the busiest day for all the others. */
function barsOf({ scale, activity }: RailData): string {
  const density = densityOf(activity, scale.span, BARS)
  const most = Math.max(...density)
  const step = HEIGHT / BARS
  return density
    .map((messages, at) => {
      if (messages === 0) return ''
      const length = (2 + Math.sqrt(messages / most) * (WIDTH - 11)).toFixed(1)
      return `M${WIDTH - 5} ${(at * step + step * 0.15).toFixed(1)}h-${length}v${(step * 0.7).toFixed(1)}h${length}z`
    })
    .join('')
}

/** Short lines, or dots where they have no length. */
function linesOf({ scale }: RailData, dates: readonly number[], from: number, length: number): string {
  const places = new Set(dates.map((date) => Math.round(shareOf(scale.span, date) * STEPS)))
  return [...places].map((place) => `M${from} ${(place / STEPS) * HEIGHT}h${length}`).join('')
}

/** How much was written when, and where there is something to be found: drawn once, and again when more is known. */
export const RailPicture = memo(function RailPicture({ data, marks: { found, files } }: RailPictureProps) {
  const bars = useMemo(() => barsOf(data), [data])
  return (
    <svg className={styles.picture} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden>
      <path className={styles.bars} d={bars} />
      <path className={styles.line} d={`M${WIDTH - 4} 0v${HEIGHT}`} />
      <path className={styles.files} d={linesOf(data, files, WIDTH - 4, 0.01)} />
      <path className={styles.found} d={linesOf(data, found, 8, WIDTH - 12)} />
      {data.unreadAt !== null && <path className={styles.unread} d={linesOf(data, [data.unreadAt], 2, WIDTH - 4)} />}
    </svg>
  )
})
