import { Download, Play } from 'lucide-react'
import { useState } from 'react'
import type { ChatFile } from '~/domain/chat-file'
import type { DialogId } from '~/domain/ids'
import { IconButton } from '~/ui/Button'
import { useFormats, useText } from '~/ui/i18n'
import styles from './FileTile.module.css'
import { saveBlob } from './save-blob.ts'
import { useFileLoad, useObjectUrl } from './useFileLoad.ts'

interface FileTileProps {
  readonly file: ChatFile
  readonly dialogId: DialogId
}

/** A file that is no picture: kind, name, size, download; sound can be played. */
export function FileTile({ file, dialogId }: FileTileProps) {
  const t = useText()
  const formats = useFormats()
  const { state, load } = useFileLoad(file, dialogId)
  const [sound, setSound] = useState<Blob>()
  const soundUrl = useObjectUrl(sound)
  const audio = file.kind === 'audio'

  const facts = [
    file.voiceNote ? t('file.voice') : '',
    file.sizeBytes === null ? '' : formats.bytes(file.sizeBytes),
    file.uploaded ? '' : t('file.notUploaded'),
  ].filter((fact) => fact !== '')

  return (
    <div className={styles.tile}>
      {audio && file.uploaded ? (
        <button
          type="button"
          className={styles.icon}
          data-kind="audio"
          aria-label={t('file.play', { name: file.name })}
          disabled={state === 'loading' || soundUrl !== null}
          onClick={() => load(setSound)}
        >
          <Play size={18} strokeWidth={1.8} aria-hidden />
        </button>
      ) : (
        <span className={styles.icon} data-kind={file.extension} aria-hidden>
          {file.extension.slice(0, 4).toUpperCase() || '?'}
        </span>
      )}
      <span className={styles.facts}>
        <bdi className={styles.name} title={file.name}>
          {file.name}
        </bdi>
        <small className={styles.size} role={state === 'failed' ? 'alert' : undefined}>
          {state === 'failed' ? t('file.failed') : state === 'loading' ? t('file.loading') : facts.join(' · ')}
        </small>
      </span>
      {file.uploaded && (
        <span className={styles.actions}>
          {state === 'failed' && file.downloadUrl ? (
            <a className={styles.link} href={file.downloadUrl} target="_blank" rel="noopener noreferrer">
              {t('file.openInPortal')}
            </a>
          ) : (
            <IconButton
              label={t('file.download', { name: file.name })}
              disabled={state === 'loading'}
              onClick={() => load((blob) => saveBlob(blob, file.name))}
            >
              <Download size={18} strokeWidth={1.8} aria-hidden />
            </IconButton>
          )}
        </span>
      )}
      {soundUrl !== null && <audio className={styles.player} src={soundUrl} controls autoPlay aria-label={file.name} />}
    </div>
  )
}
