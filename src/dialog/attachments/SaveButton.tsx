import { Download } from 'lucide-react'
import type { ChatFile } from '~/domain/message/chat-file'
import { IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import styles from './SaveButton.module.css'
import type { FileLoad } from './useFileLoad.ts'

interface SaveButtonProps {
  readonly file: ChatFile
  readonly fileLoad: FileLoad
}

/** Saves a file under its own name; what cannot be loaded here may still open in the portal. */
export function SaveButton({ file, fileLoad: { state, failed, save } }: SaveButtonProps) {
  const t = useText()
  if (failed && file.downloadUrl)
    return (
      <a className={styles.open} href={file.downloadUrl} target="_blank" rel="noopener noreferrer">
        {t('file.openInPortal')}
      </a>
    )
  return (
    <IconButton label={t('file.download', { name: file.name })} disabled={state === 'loading'} onClick={save}>
      <Download size={18} strokeWidth={1.8} aria-hidden />
    </IconButton>
  )
}
