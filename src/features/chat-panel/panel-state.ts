import { Cell } from '~/lib/Cell'

/** Whether the panel beside the messages is shown. */
export const panelOpen = new Cell(false)
