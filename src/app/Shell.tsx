import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { NavigationContext, type LinkTarget } from '~/navigation/NavigationContext'
import { PortalSession, PortalSessionContext } from '~/dialog/PortalSession'
import { PortalContext } from '~/queries/portal-context'
import type { RestClient } from '~/rest/client/client'
import type { PortalFrame } from '~/rest/client/frame'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useStableCallback } from '~/ui/use-stable-callback'
import type { FirstWindow } from './connection/connection.ts'
import { DialogScreen } from './DialogScreen.tsx'
import { OfflineNotice } from './OfflineNotice.tsx'
import styles from './Shell.module.css'
import type { AppNavigation } from './location/useAppLocation.ts'

const ChatColumn = lazyPart(() => import('./ChatColumn.tsx').then((module) => module.ChatColumn))
const DialogHeader = lazyPart(() => import('./DialogHeader.tsx').then((module) => module.DialogHeader))
const NoDialog = lazyPart(() => import('./NoDialog.tsx').then((module) => module.NoDialog))

interface ShellProps {
  readonly client: RestClient
  /** The portal's window around us, if there is one. */
  readonly frame: PortalFrame | null
  /** What the page opens with, if the address or the placement names a dialog. */
  readonly first: FirstWindow | null
  readonly navigation: AppNavigation
  /** Shown in place of the messages when the address names no dialog. */
  readonly nothing?: ReactNode
  /** In a frame: whether it is the app's own page, whose title the app may set. */
  readonly ownPage?: boolean
  /** At the bottom of the chat list. */
  readonly settings: ReactNode
  readonly onDisconnect?: () => void
}

/** A connected portal: the list of chats, and the chat that the address names. */
export function Shell({ client, frame, first, navigation, nothing, ownPage = false, settings, onDisconnect }: ShellProps) {
  const { location, place, readAnchor, noteSoon, go, hrefOf } = navigation
  const { dialogId } = location
  const [session] = useState(() => new PortalSession())
  // What continues across dialogs ends when nothing shows it any more.
  useEffect(() => {
    if (dialogId === null) session.stop()
  }, [session, dialogId])
  useEffect(() => () => session.stop(), [session])
  const [listOpen, setListOpen] = useState(false)
  const page = { frame, ownPage }
  const closeList = () => setListOpen(false)

  const open = useStableCallback((to: LinkTarget) => {
    closeList()
    const { dialogId: shown, messageId } = location
    const target = { dialogId: to.dialogId ?? shown, messageId: to.messageId ?? null }
    // Jump even when the address already names the message: the reader may have scrolled away from it.
    if (target.dialogId !== shown || target.messageId !== null || messageId !== null) go(target, undefined, to.left)
  })
  const links = useMemo(() => ({ hrefOf, open }), [hrefOf, open])

  return (
    <PortalContext value={client}>
      <PortalSessionContext value={session}>
        <NavigationContext value={links}>
          <div className={styles.shell}>
            <OfflineNotice />
            <div className={styles.columns} data-dialog={dialogId === null ? undefined : ''}>
              <div className={styles.list} data-open={listOpen || dialogId === null || undefined}>
                <PartBoundary>
                  <ChatColumn current={dialogId} open={listOpen} onClose={closeList} settings={settings} onDisconnect={onDisconnect} />
                </PartBoundary>
              </div>
              <main className={styles.main}>
                {dialogId !== null ? (
                  <DialogScreen
                    key={dialogId}
                    dialogId={dialogId}
                    place={place}
                    first={first?.dialogId === dialogId ? first.destination : null}
                    readAnchor={readAnchor}
                    onRest={noteSoon}
                    onJump={(messageId, start) => go({ dialogId, messageId }, start)}
                    header={
                      <div className={styles.header}>
                        <PartBoundary>
                          <DialogHeader
                            onChats={() => setListOpen(true)}
                            onOpenInPortal={frame && (() => frame.openChat(dialogId, readAnchor.current?.()?.anchor?.id ?? null))}
                            page={page}
                          />
                        </PartBoundary>
                      </div>
                    }
                  />
                ) : (
                  <PartBoundary>
                    <NoDialog bad={location.badDialog} page={page}>
                      {nothing}
                    </NoDialog>
                  </PartBoundary>
                )}
              </main>
            </div>
          </div>
        </NavigationContext>
      </PortalSessionContext>
    </PortalContext>
  )
}
