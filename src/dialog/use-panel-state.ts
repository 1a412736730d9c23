import { useDialog } from './state/DialogContext.ts'
import { PanelStates, type PanelState } from './state/panel-state.ts'
import { usePortalSession } from './state/PortalSession.ts'

/** How the panel of the present dialog was left. */
export const usePanelState = (): PanelState =>
  usePortalSession()
    .only(PanelStates, () => new PanelStates())
    .of(useDialog().id)
