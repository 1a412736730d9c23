import type { ReactNode } from 'react'
import type { DialogId } from '~/domain/ids'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { ChatList } from '~/features/chat-list/ChatList'
import { usePortal } from '~/queries/portal-context'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import styles from './ChatColumn.module.css'
import { SkipLink } from './SkipLink.tsx'

interface ChatColumnProps {
  readonly current: DialogId | null
  /** Whether it was opened over the messages, as in a narrow window. */
  readonly open: boolean
  readonly onClose: () => void
  readonly settings: ReactNode
  readonly onDisconnect: (() => void) | undefined
}

/** The list of chats, and below it the portal and the settings. */
export function ChatColumn({ current, open, onClose, settings, onDisconnect }: ChatColumnProps) {
  const t = useText()
  const { host } = new URL(usePortal().portal)
  useClosesOnBack(open, onClose)
  return (
    <>
      {current !== null && <SkipLink />}
      <ChatList
        current={current}
        opened={open}
        onClose={current === null ? null : onClose}
        footer={
          <span className={styles.portal}>
            {onDisconnect && (
              <>
                <bdi className={styles.host} title={host}>
                  {host}
                </bdi>
                <Button look="link" onClick={onDisconnect}>
                  {t('connect.disconnect')}
                </Button>
              </>
            )}
            {settings}
          </span>
        }
      />
    </>
  )
}
