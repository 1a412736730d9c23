import { useState, type MouseEvent, type ReactNode, type RefObject } from 'react'
import { MessageTextContext } from '~/bbcode/view/MessageTextContext'
import { DialogContext } from '~/dialog/DialogContext'
import { OpenDialog } from '~/dialog/OpenDialog'
import { useHistoryWindow } from '~/dialog/useHistoryWindow'
import { useMessageTextEnvironment } from '~/dialog/useMessageTextEnvironment'
import type { WindowStart } from '~/domain/cursor'
import type { EntryDestination } from '~/domain/destination'
import { parseMessageId, type DialogId, type MessageId } from '~/domain/ids'
import type { LeftPlace, Place } from '~/domain/place'
import { Timeline } from '~/features/timeline/Timeline'
import { useDestination, useJump } from '~/features/timeline/useDestination'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import styles from './DialogScreen.module.css'

const overlaysPart = new DeferredModule(() => import('./DialogOverlays.tsx'))

interface DialogScreenProps {
  readonly dialogId: DialogId
  readonly place: Place
  /** What was computed for the first request, if it is this dialog's. */
  readonly first: EntryDestination | null
  readonly readAnchor: RefObject<(() => LeftPlace) | null>
  readonly hrefOf: (place: { readonly dialogId?: DialogId; readonly messageId?: MessageId }) => string
  readonly onJump: (target: MessageId | null, start: WindowStart) => void
  readonly header: ReactNode
}

/** One dialog: its header, its timeline, and what lies over it. */
export function DialogScreen({ dialogId, place, first, readAnchor, hrefOf, onJump, header }: DialogScreenProps) {
  const [dialog] = useState(() => new OpenDialog(dialogId))
  const destination = useDestination(dialogId, place, first)
  const { start } = destination
  const jump = useJump(dialogId, start, onJump)
  const loaded = useHistoryWindow(dialogId, start)
  const environment = useMessageTextEnvironment(dialogId, loaded.history, hrefOf)

  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-internal]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    const query = new URL(link.href).searchParams
    const target = parseMessageId(query.get('message'))
    if (target === null || (query.get('dialog') ?? dialogId) !== dialogId) return
    event.preventDefault()
    // The shell would take it for a change of dialogs.
    event.stopPropagation()
    jump(target, { at: 'around', id: target })
  }

  return (
    <DialogContext value={dialog}>
      <MessageTextContext value={environment}>
        {header}
        <div className={styles.body} onClickCapture={onClick}>
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
    </DialogContext>
  )
}
