import { useState, type ReactNode } from 'react'
import { isConversation, type DialogId } from '~/domain/ids'
import { PortalContext, usePortal } from '~/queries/portal-context'
import { sessionClient } from '~/rest/methods/open-lines/session-client'
import { DayOpening } from './DayOpening.tsx'
import { awaitsDay } from '../location/entry-state.ts'
import type { AppNavigation } from '../location/useAppLocation.ts'

interface LaterOpeningProps {
  readonly navigation: AppNavigation
  /** The dialog. */
  readonly children: ReactNode
}

/** What a dialog waits for, or is shown through, whose address says more than that it is a chat: a day, a conversation of an open channel. */
export function LaterOpening({ navigation: { location, place, replace }, children }: LaterOpeningProps) {
  const { dialogId, day } = location
  if (dialogId === null) return null
  const opening =
    day !== null && awaitsDay(location) ? <DayOpening key={place.entry} dialogId={dialogId} day={day} replace={replace} /> : children
  return isConversation(dialogId) ? (
    <Conversation key={dialogId} dialogId={dialogId}>
      {opening}
    </Conversation>
  ) : (
    opening
  )
}

/** Has everything inside ask for a conversation as if it were a chat (`docs/decisions/0043-conversations-of-open-channels.md`). */
function Conversation({ dialogId, children }: { readonly dialogId: DialogId; readonly children: ReactNode }) {
  const portal = usePortal()
  const [client] = useState(() => sessionClient(portal, dialogId))
  return <PortalContext value={client}>{children}</PortalContext>
}
