import { withoutDisappeared } from '~/domain/history/disappearing'
import type { History } from '~/domain/history/history'
import { applyReread, type Reread } from '~/domain/history/reread'
import { rereadRange } from '~/domain/history/reread-range'
import type { MessageId } from '~/domain/ids'
import type { CallOptions } from '~/rest/client/client'
import { rereadPage } from '~/rest/methods/history/reread-page'
import { loadArrivals } from './arrivals.ts'
import { changeEnrichment, enrichmentOf, pickMessages } from './change-enrichment.ts'
import { changeWindows, type WindowScope } from './change-windows.ts'

/** What is on the screen now, by ids of messages. */
export interface Screen {
  /** All of them; empty while nothing is shown. */
  readonly seen: () => ReadonlySet<number>
  /** Those whose height nothing may change that is learned of them. */
  readonly steady: () => ReadonlySet<number>
}

/** What came of asking the portal. */
export interface UpkeepAnswer {
  /** Messages that were not known before. */
  readonly fresh: number
  /** Whether the newest message of the dialog is known now. */
  readonly reachesEnd: boolean
  /** A window was just being read and could not be changed. */
  readonly isBusy: boolean
}

function apply(scope: WindowScope, reread: Reread, screen: Screen): boolean {
  const [seen, steady] = [screen.seen(), screen.steady()]
  const nearest = seen.size === 0 ? null : (Math.min(...seen) as MessageId)
  return changeWindows(scope, nearest, (pages) => applyReread(pages, reread, (id) => steady.has(id)))
}

/** Adds to a window whose end is loaded what has come since. @throws {PortalError} */
export async function pollArrivals(scope: WindowScope, history: History, screen: Screen, options: CallOptions): Promise<UpkeepAnswer> {
  const { reread, fresh } = await loadArrivals(scope.client, scope.dialogId, history.messages, options)
  return { fresh, reachesEnd: reread.below === Infinity, isBusy: !apply(scope, reread, screen) }
}

/**
 * Reads the messages on the screen and near it again, in one request: what was edited or deleted is noticed in all windows
 * of the dialog. What is known of them beyond their pages is looked up again the next time.
 * @returns null when there is nothing to read again, or the portal told nothing
 * @throws {PortalError}
 */
export async function rereadInSight(
  scope: WindowScope,
  history: History,
  screen: Screen,
  options: CallOptions,
): Promise<UpkeepAnswer | null> {
  const range = rereadRange(history, screen.seen())
  const reread = range && (await rereadPage(scope.client, scope.dialogId, range, options))
  if (!range || !reread) return null
  const isBusy = !apply(scope, reread, screen)
  const again = new Set<number>(history.messages.slice(range.from, range.to).map(({ id }) => id))
  changeEnrichment(scope, { requested: pickMessages(enrichmentOf(scope).requested, (id) => !again.has(id)) })
  const newest = history.messages.at(-1)?.id ?? 0
  return {
    fresh: reread.page.messages.filter(({ id }) => id > newest).length,
    // What was read joins what is known, so nothing lies between.
    reachesEnd: reread.below === Infinity && reread.from <= newest,
    isBusy,
  }
}

/** Lets go of messages that have disappeared since some time, epoch ms. @returns false when a window could not be changed */
export const dropDisappeared = (scope: WindowScope, since: number, now: number): boolean =>
  changeWindows(scope, null, (pages) => withoutDisappeared(pages, since, now))
