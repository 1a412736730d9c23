import { useEffect } from 'react'
import type { DialogId } from '~/domain/ids'
import type { Anchor } from '~/domain/history/place'
import { Cell } from '~/lib/Cell'
import { Lru } from '~/lib/Lru'
import { useDialog } from './state/DialogContext.ts'
import { usePortalSession } from './state/PortalSession.ts'

/** Scrolls so that the row of a message, which has to be loaded, begins so far below the top of the list. */
export type BringIntoView = (to: Anchor) => void

/** Who scrolls the messages of each dialog: whoever shows them says so, whoever leads to one of them calls it. */
class Scrollers {
  readonly #cells = new Lru<DialogId, Cell<BringIntoView | null>>(8)

  of(dialogId: DialogId): Cell<BringIntoView | null> {
    const cell = this.#cells.get(dialogId) ?? new Cell<BringIntoView | null>(null)
    this.#cells.set(dialogId, cell)
    return cell
  }
}

/** Scrolls the messages of the present dialog without an entry of the browser's history; null while none are shown. */
export const useBringIntoView = (): Cell<BringIntoView | null> =>
  usePortalSession()
    .only(Scrollers, () => new Scrollers())
    .of(useDialog().id)

/** Lets others scroll for as long as the component is mounted. @param bring the same one for the same list */
export function useBringsIntoView(bring: BringIntoView): void {
  const cell = useBringIntoView()
  useEffect(() => {
    cell.set(bring)
    return () => {
      if (cell.get() === bring) cell.set(null)
    }
  }, [cell, bring])
}
