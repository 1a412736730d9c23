import type { ReactNode } from 'react'
import { HelpLink } from '~/dialog/HelpLink'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import { usePageTitle, type NamedPage } from './use-page-title.ts'
import styles from './NoDialog.module.css'

interface NoDialogProps {
  /** Whether the address names an impossible dialog. */
  readonly bad: boolean
  readonly page: NamedPage
  /** Shown instead of the request to choose a chat. */
  readonly children?: ReactNode
}

/** Shown in place of the messages when the address names no dialog. */
export function NoDialog({ bad, page, children }: NoDialogProps) {
  const t = useText()
  usePageTitle(page, t('app.title'))
  return (
    <div className={styles.state}>
      {bad ? (
        <Notice kind="danger" actions={<HelpLink about="shell.badDialog" />}>
          {t('shell.badDialog')}
        </Notice>
      ) : (
        (children ?? <p className={styles.hint}>{t('shell.choose')}</p>)
      )}
    </div>
  )
}
