import type { ReactNode } from 'react'
import { HelpLink } from '~/dialog/HelpLink'
import { Button } from '~/ui/Button'
import type { PortalFrame } from '~/rest/client/frame'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import { usePageTitle } from './use-page-title.ts'
import styles from './NoDialog.module.css'

interface NoDialogProps {
  /** Whether the address names an impossible dialog. */
  readonly bad: boolean
  /** The portal's window around the page, if there is one. */
  readonly frame: PortalFrame | null
  /** Shows the list of chats, where it is not beside this. */
  readonly onChats: () => void
  /** Shown instead of the request to choose a chat. */
  readonly children?: ReactNode
}

/** Shown in place of the messages when the address names no dialog. */
export function NoDialog({ bad, frame, onChats, children }: NoDialogProps) {
  const t = useText()
  usePageTitle(frame, t('app.title'))
  return (
    <div className={styles.state}>
      {bad ? (
        <Notice kind="danger" actions={<HelpLink about="shell.badDialog" />}>
          {t('shell.badDialog')}
        </Notice>
      ) : (
        (children ?? <p className={styles.hint}>{t('shell.choose')}</p>)
      )}
      <span className={styles.chats}>
        <Button onClick={onChats}>{t('chats.show')}</Button>
      </span>
    </div>
  )
}
