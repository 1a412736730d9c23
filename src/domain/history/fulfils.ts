import type { WindowStart } from './cursor.ts'
import type { MessagePage } from './history.ts'

/**
 * Whether a window that is loaded has what a start promises: the end of the dialog, its beginning, or the message.
 * Pages at the far end of a window are dropped, so one may have lost what it was opened for.
 *
 * @param pages of the window, oldest first
 */
export function fulfils(pages: readonly MessagePage[], start: WindowStart): boolean {
  if (start.at === 'newest') return pages.at(-1)?.newer === null
  if (start.at === 'oldest') return pages[0]?.older === null
  return pages.some(({ messages }) => messages.some(({ id }) => id === start.id))
}
