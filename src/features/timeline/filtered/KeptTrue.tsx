import { useState } from 'react'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import { Cell } from '~/lib/Cell'
import { NO_ARRIVALS } from '../list/arrivals-state.ts'
import { useUpkeep } from '../upkeep/useUpkeep.ts'

interface KeptTrueProps {
  readonly start: WindowStart
  readonly history: History
}

/** Renders nothing: keeps the window true that is not shown meanwhile, and with it those of its messages that are. */
export function KeptTrue({ start, history }: KeptTrueProps) {
  const [arrivals] = useState(() => new Cell(NO_ARRIVALS))
  useUpkeep(start, history, arrivals, nothing)
  return null
}

const nothing = () => {}
