import { useMemo, useState, type ReactNode, type RefObject } from 'react'
import { MessageTextContext } from '~/bbcode/view/MessageTextContext'
import { DialogContext } from '~/dialog/DialogContext'
import { OpenDialog } from '~/dialog/OpenDialog'
import { useHistoryWindow } from '~/dialog/useHistoryWindow'
import { useMessageTextEnvironment } from '~/dialog/useMessageTextEnvironment'
import type { WindowStart } from '~/domain/cursor'
import type { EntryDestination } from '~/domain/destination'
import type { DialogId, MessageId } from '~/domain/ids'
import type { LeftPlace, Place } from '~/domain/place'
import { Timeline } from '~/features/timeline/Timeline'
import { useDestination, useJump } from '~/features/timeline/useDestination'
import { NavigationContext, useNavigation, type LinkTarget } from '~/navigation/NavigationContext'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { useStableCallback } from '~/ui/use-stable-callback'
import styles from './DialogScreen.module.css'

const overlaysPart = new DeferredModule(() => import('./DialogOverlays.tsx'))

interface DialogScreenProps {
  readonly dialogId: DialogId
  readonly place: Place
  /** What was computed for the first request, if it is this dialog's. */
  readonly first: EntryDestination | null
  readonly readAnchor: RefObject<(() => LeftPlace) | null>
  readonly onJump: (target: MessageId | null, start: WindowStart) => void
  readonly header: ReactNode
}

/** One dialog: its header, its timeline, and what lies over it. */
export function DialogScreen({ dialogId, place, first, readAnchor, onJump, header }: DialogScreenProps) {
  const [dialog] = useState(() => new OpenDialog(dialogId))
  const destination = useDestination(dialogId, place, first)
  const { start } = destination
  const jump = useJump(dialogId, start, onJump)
  const loaded = useHistoryWindow(dialogId, start)
  const environment = useMessageTextEnvironment(dialogId, loaded.history)

  const outside = useNavigation()
  const open = useStableCallback((to: LinkTarget) => {
    const { messageId } = to
    if (messageId === undefined || (to.dialogId ?? dialogId) !== dialogId) outside.open(to)
    else jump(messageId, { at: 'around', id: messageId })
  })
  const navigation = useMemo(() => ({ hrefOf: outside.hrefOf, open }), [outside.hrefOf, open])

  return (
    <DialogContext value={dialog}>
      <NavigationContext value={navigation}>
        <MessageTextContext value={environment}>
          {header}
          <div className={styles.body}>
            <Timeline dialogId={dialogId} destination={destination} place={place} loaded={loaded} readAnchor={readAnchor} onJump={jump} />
            {loaded.history && (
              <div className={styles.overlays}>
                <Deferred part={overlaysPart}>
                  {({ DialogOverlays }) =>
                    loaded.history && <DialogOverlays dialogId={dialogId} start={start} history={loaded.history} onJump={jump} />
                  }
                </Deferred>
              </div>
            )}
          </div>
        </MessageTextContext>
      </NavigationContext>
    </DialogContext>
  )
}
