import type { WindowStart } from './cursor.ts'
import type { MessageId } from '../ids.ts'

/** A message and its distance from the top of the viewport, px: where a reader was. */
export interface Anchor {
  readonly id: MessageId
  readonly offset: number
}

/** A place in a dialog's history, as the address and the browser's history keep it. */
export interface Place {
  /** Differs for each entry of the browser's history, so that going to the same message twice is two jumps. */
  readonly entry: string
  readonly start: WindowStart
  /** A message to show and to highlight. */
  readonly target: MessageId | null
  /** The day, `YYYY-MM-DD`, at which that was asked for. */
  readonly day?: string | null
  /** Where the reader was when this entry was left. */
  readonly anchor: Anchor | null
}

/** What an entry of the browser's history remembers when the reader leaves it. */
export interface LeftPlace {
  readonly start: WindowStart
  readonly anchor: Anchor | null
}
