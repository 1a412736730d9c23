import { useMemo, useState, type ReactNode } from 'react'
import { MarkupContext } from '~/bbcode/view/MarkupContext'
import { DialogContext } from '~/dialog/state/DialogContext'
import { OpenDialog } from '~/dialog/state/OpenDialog'
import { useShownInstead } from '~/dialog/state/shown-instead'
import { useHistoryWindow } from '~/dialog/useHistoryWindow'
import { useMarkupEnvironment } from '~/dialog/useMarkupEnvironment'
import type { EntryDestination } from '~/domain/history/destination'
import type { DialogId } from '~/domain/ids'
import type { Place } from '~/domain/history/place'
import { Timeline } from '~/features/timeline/Timeline'
import { useDestination, useJump, type Jump } from '~/features/timeline/useDestination'
import { NavigationContext, useNavigation, type LinkTarget } from '~/navigation/NavigationContext'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useStableCallback } from '~/ui/use-stable-callback'
import styles from './DialogScreen.module.css'
import type { ReadAnchor } from './location/useAppLocation.ts'

const DialogOverlays = lazyPart(() => import('./DialogOverlays.tsx').then((module) => module.DialogOverlays))

interface DialogScreenProps {
  readonly dialogId: DialogId
  readonly place: Place
  /** What was computed for the first request, if it is this dialog's. */
  readonly first: EntryDestination | null
  /** Filled with a function that returns the reader's position. */
  readonly readAnchor: ReadAnchor
  /** The reader has stopped scrolling. */
  readonly onRest: () => void
  readonly onJump: Jump
  readonly header: ReactNode
}

/** One dialog: its header, its timeline, and what lies over it. */
export function DialogScreen({ dialogId, place, first, readAnchor, onRest, onJump, header }: DialogScreenProps) {
  const [dialog] = useState(() => new OpenDialog(dialogId))
  const destination = useDestination(dialogId, place, first)
  const { start } = destination
  const jump = useJump(dialogId, start, (...to) => {
    dialog.focusFollows = true
    onJump(...to)
  })
  const loaded = useHistoryWindow(dialogId, start)
  const instead = useShownInstead(dialog, place.entry)?.timeline
  const shown = { destination, place, loaded, onJump: jump, ...instead }
  const environment = useMarkupEnvironment(dialog, shown.loaded.history)

  const outside = useNavigation()
  const open = useStableCallback((to: LinkTarget) => {
    const { messageId } = to
    if (messageId === undefined || (to.dialogId ?? dialogId) !== dialogId) outside.open(to)
    else jump(messageId, { at: 'around', id: messageId }, to.day)
  })
  const navigation = useMemo(() => ({ hrefOf: outside.hrefOf, open }), [outside.hrefOf, open])

  return (
    <DialogContext value={dialog}>
      <NavigationContext value={navigation}>
        <MarkupContext value={environment}>
          {header}
          <div className={styles.body}>
            <div className={styles.reading} data-filtered={instead?.loaded && ''}>
              <Timeline {...shown} />
              <div className={styles.overlays}>
                <PartBoundary>
                  <DialogOverlays
                    start={start}
                    place={place}
                    history={loaded.history}
                    readAnchor={readAnchor}
                    onJump={jump}
                    onRest={onRest}
                  />
                </PartBoundary>
              </div>
            </div>
            <div ref={dialog.beside.set} />
          </div>
          <div ref={dialog.popups.set} className={styles.popups} />
        </MarkupContext>
      </NavigationContext>
    </DialogContext>
  )
}
