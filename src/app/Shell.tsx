import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { NavigationContext, type LinkTarget } from '~/navigation/NavigationContext'
import { PortalSession, PortalSessionContext } from '~/dialog/state/PortalSession'
import { PortalContext } from '~/queries/portal-context'
import type { RestClient } from '~/rest/client/client'
import type { PortalFrame } from '~/rest/client/frame'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { Placeholder } from '~/ui/Placeholder'
import { useStableCallback } from '~/ui/use-stable-callback'
import type { Link } from './connection/change-connection.ts'
import type { FirstWindow } from './connection/connection.ts'
import { DialogScreen } from './DialogScreen.tsx'
import styles from './Shell.module.css'
import { opensLater } from './location/entry-state.ts'
import type { AppNavigation } from './location/useAppLocation.ts'

const ShellOverlays = lazyPart(() => import('./ShellOverlays.tsx').then((module) => module.ShellOverlays))
const ChatColumn = lazyPart(() => import('./ChatColumn.tsx').then((module) => module.ChatColumn))
const DialogHeader = lazyPart(() => import('./DialogHeader.tsx').then((module) => module.DialogHeader))
const LaterOpening = lazyPart(() => import('./opening/LaterOpening.tsx').then((module) => module.LaterOpening))
const NoDialog = lazyPart(() => import('./NoDialog.tsx').then((module) => module.NoDialog))

interface ShellProps {
  readonly client: RestClient
  /** The portal's window around us, if there is one. */
  readonly frame: PortalFrame | null
  /** What the page opens with, if the address or the placement names a dialog. */
  readonly first: FirstWindow | null
  readonly navigation: AppNavigation
  /** Shown in place of the messages when the address names no dialog; in a narrow window, in place of the list of chats as well. */
  readonly nothing?: ReactNode
  /** At the bottom of the chat list. */
  readonly settings: ReactNode
  /** Absent in a frame, which the portal connects and disconnects. */
  readonly link?: Link
}

/** A connected portal: the list of chats, and the chat that the address names. */
export function Shell({ client, frame, first, navigation, nothing, settings, link }: ShellProps) {
  const { location, place, readAnchor, note, noteSoon, go, hrefOf } = navigation
  const { dialogId } = location
  const [session] = useState(() => new PortalSession())
  // What continues across dialogs ends when nothing shows it any more.
  const isOpen = dialogId !== null
  useEffect(() => () => session.stop(), [session, isOpen])
  const [listOpen, setListOpen] = useState(false)
  const openList = () => setListOpen(true)
  const closeList = () => setListOpen(false)

  const open = useStableCallback((to: LinkTarget) => {
    closeList()
    const { dialogId: shown, messageId } = location
    const target = { dialogId: to.dialogId ?? shown, messageId: to.messageId ?? null, day: to.day }
    // Jump even when the address already names the message: the reader may have scrolled away from it.
    if (target.dialogId !== shown || to.day || target.messageId || messageId) go(target, undefined, to.left)
  })
  const links = useMemo(() => ({ hrefOf, open }), [hrefOf, open])

  const screen = dialogId !== null && (
    <DialogScreen
      key={dialogId}
      dialogId={dialogId}
      place={place}
      first={first?.dialogId === dialogId ? first.destination : null}
      readAnchor={readAnchor}
      onRest={noteSoon}
      onJump={(messageId, start, day) => go({ dialogId, messageId, day }, start)}
      header={
        <div className={styles.header}>
          <PartBoundary>
            <DialogHeader
              onChats={openList}
              onOpenInPortal={frame && (() => frame.openChat(dialogId, readAnchor.current?.()?.anchor?.id ?? null))}
              frame={frame}
            />
          </PartBoundary>
        </div>
      }
    />
  )
  return (
    <PortalContext value={client}>
      <PortalSessionContext value={session}>
        <NavigationContext value={links}>
          <div className={styles.shell}>
            <PartBoundary quiet>
              <ShellOverlays link={link} onLeave={note} />
            </PartBoundary>
            <div className={styles.columns} data-dialog={dialogId === null ? undefined : ''}>
              <div className={styles.list} data-open={listOpen || (dialogId === null && !nothing) || undefined}>
                <PartBoundary waiting={<Placeholder of="chats" />}>
                  <ChatColumn current={dialogId} open={listOpen} onClose={closeList} settings={settings} link={link} />
                </PartBoundary>
              </div>
              <main className={styles.main}>
                {dialogId === null ? (
                  <PartBoundary>
                    <NoDialog bad={location.badDialog} frame={frame} onChats={openList}>
                      {nothing}
                    </NoDialog>
                  </PartBoundary>
                ) : opensLater(location) ? (
                  <PartBoundary waiting={<Placeholder of="messages" />}>
                    <LaterOpening navigation={navigation}>{screen}</LaterOpening>
                  </PartBoundary>
                ) : (
                  screen
                )}
              </main>
            </div>
          </div>
        </NavigationContext>
      </PortalSessionContext>
    </PortalContext>
  )
}
