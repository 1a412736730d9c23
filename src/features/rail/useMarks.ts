import { useMemo } from 'react'
import { useTimelineMarks } from '~/dialog/state/timeline-marks'
import { useCell } from '~/ui/use-cell'

export interface RailMarks {
  /** When it was sent, epoch ms. */
  readonly found: readonly number[]
  readonly files: readonly number[]
}

/** What others have marked on the rail. */
export function useMarks(): RailMarks {
  const { of } = useTimelineMarks()
  const found = useCell(of.found)
  const files = useCell(of.file)
  return useMemo(() => ({ found, files }), [found, files])
}
