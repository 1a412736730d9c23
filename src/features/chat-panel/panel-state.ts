import { Cell } from '~/lib/cell'

/** Whether the panel beside the messages is shown. */
export const panelOpen = new Cell(false)
