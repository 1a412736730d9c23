import { ImageOff, Play } from 'lucide-react'
import { useState, type CSSProperties } from 'react'
import type { ChatFile } from '~/domain/chat-file'
import type { DialogId } from '~/domain/ids'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { pictureSize } from './picture-size.ts'
import styles from './PictureBox.module.css'
import { useFileLoad, useObjectUrl } from './useFileLoad.ts'
import { usePreview } from './usePreview.ts'

interface PictureBoxProps {
  readonly file: ChatFile
  readonly dialogId: DialogId
  /** One of several: all tiles are alike. */
  readonly tile?: boolean
}

/** A picture or a film in a box that has its final size before anything loads. */
export function PictureBox({ file, dialogId, tile = false }: PictureBoxProps) {
  const { width, height } = pictureSize(file)
  return (
    <div
      className={styles.box}
      style={{ '--width': `${width}px`, ...(tile ? {} : { aspectRatio: `${width} / ${height}` }) } as CSSProperties}
      data-tile={tile || undefined}
      data-round={file.videoNote || undefined}
      data-fit={file.size === null ? 'contain' : 'cover'}
    >
      {file.kind === 'video' ? <Film file={file} dialogId={dialogId} /> : <Picture file={file} dialogId={dialogId} />}
    </div>
  )
}

function Picture({ file, dialogId }: PictureBoxProps) {
  const t = useText()
  const { src, failed, onError, retry } = usePreview(file, dialogId)
  const open = file.showUrl ?? file.downloadUrl
  if (failed) {
    return (
      <div className={styles.failed}>
        <ImageOff size={18} strokeWidth={1.8} aria-hidden />
        <bdi className={styles.name}>{file.name}</bdi>
        <span>
          <Button look="link" onClick={retry}>
            {t('retry')}
          </Button>
          {open && (
            <a className={styles.link} href={open} target="_blank" rel="noopener noreferrer">
              {t('file.openInPortal')}
            </a>
          )}
        </span>
      </div>
    )
  }
  const image = src !== null && (
    <img
      className={styles.image}
      src={src}
      alt={file.name}
      decoding="async"
      draggable={false}
      referrerPolicy="no-referrer"
      onError={onError}
    />
  )
  return open ? (
    <a
      className={styles.open}
      href={src?.startsWith('blob:') ? src : open}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t('file.picture', { name: file.name })}
    >
      {image}
    </a>
  ) : (
    image
  )
}

function Film({ file, dialogId }: PictureBoxProps) {
  const t = useText()
  const { state, load } = useFileLoad(file, dialogId)
  const [blob, setBlob] = useState<Blob>()
  const url = useObjectUrl(blob)
  if (url !== null) return <video className={styles.image} src={url} controls autoPlay playsInline aria-label={file.name} />
  return (
    <button type="button" className={styles.play} disabled={state === 'loading'} onClick={() => load(setBlob)}>
      <span className={styles.disc}>
        <Play size={20} strokeWidth={1.8} aria-hidden />
      </span>
      <span className={styles.caption}>
        {state === 'failed' ? t('file.failedRetry') : state === 'loading' ? t('file.loading') : t('file.play', { name: file.name })}
      </span>
    </button>
  )
}
