import { useDialog } from './DialogContext.ts'
import { PanelStates, type PanelState } from './panel-state.ts'
import { usePortalSession } from './PortalSession.ts'

/** How the panel of the present dialog was left. */
export const usePanelState = (): PanelState =>
  usePortalSession()
    .only(PanelStates, () => new PanelStates())
    .of(useDialog().id)
