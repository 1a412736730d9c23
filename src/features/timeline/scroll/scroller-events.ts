import type { ScrollTarget } from '~/domain/history/destination'
import type { TimelineRow } from '~/domain/history/timeline-rows'

/** What the list is doing. */
export type Phase =
  /** Nothing has been shown yet. */
  | { readonly name: 'opening'; readonly at: ScrollTarget }
  /** On the way to a target, or just there; the target is aimed at again when rows are prepended. @see AIM_MS */
  | { readonly name: 'aiming'; readonly at: ScrollTarget; readonly until: number }
  /** The line that is being read stays where it is. */
  | { readonly name: 'reading' }
  /** The end of the dialog is in sight, and stays so when messages arrive. */
  | { readonly name: 'following' }

export type ScrollerEvent =
  /** There are other rows; nothing of them is on the page yet. */
  | { readonly type: 'rows'; readonly rows: readonly TimelineRow[]; readonly endIsLoaded: boolean }
  /** What was drawn is on the page, measured and placed. */
  | { readonly type: 'committed' }
  /** The first paint is done, for which what is out of sight was waiting. */
  | { readonly type: 'painted' }
  | { readonly type: 'scrolled'; readonly offset: number; readonly now: number }
  /** Nothing has moved for a while. */
  | { readonly type: 'rested' }
  /** A new frame begins, when reading boxes forces no layout. */
  | { readonly type: 'frame' }
  /** Rows have changed their heights or places. */
  | { readonly type: 'placed' }
  /** The reader has taken the list in hand: wheel, finger, pointer or key. */
  | { readonly type: 'touched' }
  /** What comes later to the first picture is there. */
  | { readonly type: 'settled' }
  /** The list may have another width, px. */
  | { readonly type: 'resized'; readonly listWidth: number }
  | { readonly type: 'jump'; readonly to: ScrollTarget; readonly smooth: boolean }
