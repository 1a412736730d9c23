import type { ReactNode } from 'react'
import { useText } from '~/ui/i18n'
import { Notice } from '~/ui/Notice'
import styles from './NoDialog.module.css'

interface NoDialogProps {
  /** Whether the address names one that cannot exist. */
  readonly bad: boolean
  /** In the place of the words by which the reader is asked to choose. */
  readonly children?: ReactNode
}

/** Stands where the messages would, when the address names no dialog. */
export function NoDialog({ bad, children }: NoDialogProps) {
  const t = useText()
  return (
    <div className={styles.state}>
      {bad ? <Notice kind="danger">{t('shell.badDialog')}</Notice> : (children ?? <p className={styles.hint}>{t('shell.choose')}</p>)}
    </div>
  )
}
