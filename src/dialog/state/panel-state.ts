import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { getOrMake } from '~/lib/get-or-make'
import { uniqueId } from '~/lib/unique-id'

export const PANEL_TABS = ['members', 'media', 'files', 'links', 'voice'] as const
export type PanelTab = (typeof PANEL_TABS)[number]

/** How the panel of a dialog was left: it is found like that after every jump, and on the way back from another chat. */
export class PanelState {
  readonly tab = new Cell<PanelTab>('members')
  /** What the reader looks for. */
  readonly find = new Cell('')
  /** How far each tab is scrolled, px. */
  readonly scrolled = new Map<PanelTab, number>()
  /** Whether it stands beside the messages again once the reader has come back to them. */
  readonly returning = { id: uniqueId(), returns: false }
}

/** How the panels of all dialogs were left. */
export class PanelStates {
  readonly #states = new Map<DialogId, PanelState>()

  of(dialogId: DialogId): PanelState {
    return getOrMake(this.#states, dialogId, () => new PanelState())
  }
}
