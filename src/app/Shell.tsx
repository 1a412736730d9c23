import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react'
import { explainError } from '~/domain/explain-error'
import type { PlacementTarget } from '~/domain/placement'
import { ChatHeader } from '~/features/chat-header/ChatHeader'
import { ChatList } from '~/features/chat-list/ChatList'
import { Timeline } from '~/features/timeline/Timeline'
import { chatCardQuery, crmChatQuery } from '~/queries/chats'
import { PortalContext } from '~/queries/portal-context'
import type { RestClient } from '~/rest/client'
import type { PortalFrame } from '~/rest/frame'
import { Button, IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { FailureNotice, Notice } from '~/ui/Notice'
import { parseLocation } from './location-codec.ts'
import { OfflineNotice } from './OfflineNotice.tsx'
import styles from './Shell.module.css'
import { useAppLocation } from './useAppLocation.ts'

interface ShellProps {
  readonly client: RestClient
  /** The portal's window around us, if there is one. */
  readonly frame: PortalFrame | null
  /** What a placement was opened for. */
  readonly target?: PlacementTarget
  /** In a frame: whether it is the app's own page, whose title is ours to set. */
  readonly ownPage?: boolean
  /** At the foot of the list of chats. */
  readonly settings: ReactNode
  readonly onDisconnect?: () => void
}

/** A connected portal: the list of chats, and the chat that the address names. */
export function Shell({ client, frame, target, ownPage = false, settings, onDisconnect }: ShellProps) {
  const t = useText()
  const { location, place, whereAmI, go, replace, hrefOf } = useAppLocation()
  const { dialogId } = location
  const crm = useTarget(client, target, location.dialogId !== null, replace)
  const [listOpen, setListOpen] = useState(false)
  useTitle(client, dialogId, frame, ownPage)

  const list = useRef<HTMLDivElement>(null)
  const showList = dialogId === null || listOpen
  const openList = () => {
    setListOpen(true)
    requestAnimationFrame(() => list.current?.querySelector('input')?.focus())
  }

  // Links inside the app are addresses of the app: they can be opened in a tab of their own as well.
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-internal]')
    if (!link || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    const to = parseLocation(new URL(link.href).search)
    setListOpen(false)
    if (to.dialogId !== dialogId || to.messageId !== location.messageId) go(to)
  }

  return (
    <PortalContext value={client}>
      <div className={styles.shell} onClick={onClick}>
        <OfflineNotice />
        <div className={styles.columns} data-dialog={dialogId === null ? undefined : ''}>
          <div
            ref={list}
            className={styles.list}
            data-open={showList || undefined}
            onKeyDown={(event) => event.key === 'Escape' && setListOpen(false)}
          >
            {dialogId !== null && (
              <span className={styles.close}>
                <IconButton label={t('chats.close')} onClick={() => setListOpen(false)}>
                  <X size={18} strokeWidth={1.8} aria-hidden />
                </IconButton>
              </span>
            )}
            <ChatList
              current={dialogId}
              hrefOf={hrefOf}
              footer={
                <span className={styles.portal}>
                  {onDisconnect && (
                    <>
                      <bdi className={styles.host}>{new URL(client.portal).host}</bdi>
                      <Button look="link" onClick={onDisconnect}>
                        {t('connect.disconnect')}
                      </Button>
                    </>
                  )}
                  {settings}
                </span>
              }
            />
          </div>
          <main className={styles.main}>
            {dialogId !== null ? (
              <>
                <ChatHeader
                  dialogId={dialogId}
                  onChats={openList}
                  onOpenInPortal={frame && (() => frame.openChat(dialogId, whereAmI.current?.().anchor?.id ?? null))}
                />
                <div className={styles.timeline}>
                  <Timeline
                    key={dialogId}
                    dialogId={dialogId}
                    place={place}
                    whereAmI={whereAmI}
                    hrefOf={hrefOf}
                    onJump={(messageId, start) => go({ dialogId, messageId }, start)}
                  />
                </div>
              </>
            ) : (
              <div className={styles.state}>
                {location.badDialog ? (
                  <Notice kind="danger">{t('shell.badDialog')}</Notice>
                ) : crm === 'none' ? (
                  <Notice kind="info">{t('shell.noCrmChat')}</Notice>
                ) : crm === 'loading' ? null : crm !== null ? (
                  <FailureNotice onRetry={crm.retry}>{t(explainError(crm.error))}</FailureNotice>
                ) : (
                  <p className={styles.hint}>{t('shell.choose')}</p>
                )}
              </div>
            )}
          </main>
        </div>
      </div>
    </PortalContext>
  )
}

type CrmState = null | 'loading' | 'none' | { readonly error: unknown; readonly retry: () => void }

/** Takes the app where its placement points: to a dialog, or to the chat of a CRM entity. */
function useTarget(
  client: RestClient,
  target: PlacementTarget | undefined,
  there: boolean,
  replace: ReturnType<typeof useAppLocation>['replace'],
): CrmState {
  const entityId = target?.kind === 'crm' ? target.entityId : null
  const chat = useQuery({ ...crmChatQuery(client, entityId ?? ''), enabled: entityId !== null && !there })
  const taken = useRef(false)
  useEffect(() => {
    if (there || taken.current) return
    const destination = target?.kind === 'dialog' ? target : chat.data ? { dialogId: chat.data } : null
    if (!destination) return
    taken.current = true
    replace(destination)
  }, [there, target, chat.data, replace])
  if (entityId === null || there) return null
  if (chat.error) return { error: chat.error, retry: () => void chat.refetch() }
  return chat.isPending ? 'loading' : chat.data === null ? 'none' : null
}

/** Names the page after the chat; in a frame the portal allows it only on the app's own page. */
function useTitle(
  client: RestClient,
  dialogId: ReturnType<typeof parseLocation>['dialogId'],
  frame: PortalFrame | null,
  ownPage: boolean,
): void {
  const t = useText()
  const { data: card } = useQuery({
    ...chatCardQuery(client, dialogId ?? ('' as NonNullable<typeof dialogId>)),
    enabled: dialogId !== null,
  })
  const title = dialogId !== null && card?.title ? `${card.title} · ${t('app.title')}` : t('app.title')
  useEffect(() => {
    document.title = title
    if (frame && ownPage) frame.setTitle(title)
  }, [title, frame, ownPage])
}
