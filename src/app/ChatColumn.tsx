import { ListChecks } from 'lucide-react'
import { use, type ReactNode } from 'react'
import type { DialogId } from '~/domain/ids'
import { usePageDialog } from '~/dialog/state/page-dialogs'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { ChatList } from '~/features/chat-list/ChatList'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { NavigationContext } from '~/navigation/NavigationContext'
import { usePortal } from '~/queries/portal-context'
import { Button, IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import styles from './ChatColumn.module.css'
import { CrmEntityContext } from './crm-entity.ts'
import { useLinksToPlaces } from './location/use-links-to-places.ts'
import { SkipLink } from './SkipLink.tsx'
import { disconnect, type Link } from './connection/change-connection.ts'

const EntityChats = lazyPart(() => import('~/features/entity-chats/EntityChats').then((part) => part.EntityChats))

interface ChatColumnProps {
  readonly current: DialogId | null
  /** Whether it was opened over the messages, as in a narrow window. */
  readonly open: boolean
  readonly onClose: () => void
  readonly settings: ReactNode
  /** Undefined in a frame. */
  readonly link: Link | undefined
}

/** The list of chats, and below it the portal, what it was asked for, and the settings. */
export function ChatColumn({ current, open, onClose, settings, link }: ChatColumnProps) {
  const t = useText()
  const { host } = new URL(usePortal().portal)
  const pageDialog = usePageDialog()
  const entity = use(CrmEntityContext)
  useClosesOnBack(open, onClose)
  return (
    <NavigationContext value={useLinksToPlaces(current)}>
      <ChatList
        current={current}
        opened={open}
        lead={current !== null && <SkipLink />}
        onClose={current === null && !open ? null : onClose}
        above={
          // Where no chat is shown, they stand in its place.
          entity &&
          current !== null && (
            <div className={styles.entity}>
              <PartBoundary>
                <EntityChats entity={entity} current={current} />
              </PartBoundary>
            </div>
          )
        }
        footer={
          <span className={styles.portal}>
            {link && (
              <>
                <bdi className={styles.host} title={host}>
                  {host}
                </bdi>
                <Button look="link" onClick={() => disconnect(link)}>
                  {t('connect.disconnect')}
                </Button>
              </>
            )}
            <IconButton label={t('requests.label')} aria-haspopup="dialog" onClick={() => pageDialog.set('requests')}>
              <ListChecks size={18} strokeWidth={1.8} aria-hidden />
            </IconButton>
            {settings}
          </span>
        }
      />
    </NavigationContext>
  )
}
