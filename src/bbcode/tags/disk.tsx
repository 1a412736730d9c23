import type { ReactNode } from 'react'
import { useText } from '~/ui/i18n'
import { BBCodeTag } from './BBCodeTag.tsx'
import styles from './rare-tags.module.css'

function FileLabel() {
  const t = useText()
  return <span className={styles.label}>{t('markup.file')}</span>
}

/** `[DISK=5255]`: the messenger only says that there is a file. */
export class DiskTag extends BBCodeTag {
  override render(): ReactNode {
    return <FileLabel />
  }
}
