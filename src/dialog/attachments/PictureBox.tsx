import { ImageOff, Play } from 'lucide-react'
import { useRef, useState, type CSSProperties } from 'react'
import type { ChatFile } from '~/domain/message/chat-file'
import { mediaItemKey } from '~/domain/message/media'
import type { TextMessage } from '~/domain/message/message'
import { Button } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { useCalm } from '~/ui/use-calm'
import { useFormats } from '~/ui/formats'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { useDialog } from '../state/DialogContext.ts'
import { pictureSize } from './picture-size.ts'
import styles from './PictureBox.module.css'
import { formatDuration } from '~/lib/time/format-duration'
import { useMediaLength } from './useMediaLength.ts'
import { useFileLoad, useObjectUrl, whyNot, type WhyNot } from './useFileLoad.ts'
import { useFilePicture } from './useFilePicture.ts'

interface MediaProps {
  readonly file: ChatFile
  readonly message: TextMessage
}

interface PictureBoxProps extends MediaProps {
  /** Of a row in an album: its width by its height. */
  readonly share?: number
}

/** A picture or a film in a box that has its final size before anything loads. */
export function PictureBox({ share, ...media }: PictureBoxProps) {
  const { file } = media
  const { width, height } = pictureSize(file)
  const calm = useCalm(useDialog().timeline)
  return (
    <div
      className={styles.box}
      style={
        (share === undefined ? { '--width': `${width}px`, aspectRatio: `${width} / ${height}` } : { flexGrow: share }) as CSSProperties
      }
      data-tile={share !== undefined || undefined}
      data-round={(file.videoNote && share === undefined) || undefined}
      data-fit={file.size === null ? 'contain' : 'cover'}
    >
      {calm && (file.kind === 'video' ? <Film {...media} /> : <Picture {...media} />)}
    </div>
  )
}

function Picture({ file, message }: MediaProps) {
  const { viewedMediaItem } = useDialog()
  const t = useText()
  const { src, failed, error, tooLarge, onError, retry } = useFilePicture(file)
  const [shown, setShown] = useState<string | null>(null)
  if (failed) return <Unavailable file={file} why={whyNot(error)} tooLarge={tooLarge} onRetry={retry} />
  return (
    <button
      type="button"
      className={src !== null && shown === src ? styles.open : `${styles.open} placeholder-shine`}
      aria-label={t('file.picture', { name: file.name })}
      onClick={() => viewedMediaItem.set({ key: mediaItemKey(message, file), messageId: message.id })}
    >
      {src !== null && (
        <img
          className={styles.image}
          src={src}
          alt={file.name}
          decoding="async"
          draggable={false}
          referrerPolicy="no-referrer"
          onLoad={() => setShown(src)}
          onError={onError}
        />
      )}
    </button>
  )
}

interface UnavailableProps {
  readonly file: ChatFile
  readonly why: WhyNot
  /** It was loaded, and must not be shown: loading it again changes nothing. */
  readonly tooLarge?: boolean
  /** It was loaded, and the browser cannot play it: another program may. */
  readonly unplayable?: boolean
  readonly onRetry: () => void
}

/** In place of a picture or a film that cannot be shown: what it is, and what the reader can do. */
export function Unavailable({ file, why, tooLarge = false, unplayable = false, onRetry }: UnavailableProps) {
  const t = useText()
  const formats = useFormats()
  const open = file.showUrl ?? file.downloadUrl
  const facts = joinNonEmpty([file.extension.toUpperCase(), file.sizeBytes === null ? '' : formats.bytes(file.sizeBytes)])
  const { save } = useFileLoad(file)
  const whatIsWrong = whyUnavailable()
  function whyUnavailable(): string {
    if (why !== 'failed') return t(`file.${why}`)
    if (tooLarge) return t('file.tooLarge')
    if (unplayable) return t('file.unplayableHere')
    return file.uploadUnsure ? t('file.notUploaded') : facts
  }
  return (
    <div className={styles.failed}>
      <ImageOff size={18} strokeWidth={1.8} aria-hidden />
      <bdi className={styles.name} title={file.name}>
        {file.name}
      </bdi>
      <small>{whatIsWrong}</small>
      <span>
        {unplayable ? (
          <Button look="link" aria-label={t('file.download', { name: file.name })} onClick={save}>
            {t('file.save')}
          </Button>
        ) : (
          !tooLarge && (
            <Button look="link" onClick={onRetry}>
              {t('retry')}
            </Button>
          )
        )}
        {open && (
          <a className={styles.link} href={open} target="_blank" rel="noopener noreferrer">
            {t('file.openInPortal')}
          </a>
        )}
      </span>
    </div>
  )
}

/**
 * For a film that has just loaded because the reader asked for it. Not the attribute: WebKit refuses that to films with sound.
 * Where loading took so long that the press no longer counts, it is for the controls to start it.
 */
const playAtOnce = (film: HTMLVideoElement | null) => void film?.play().catch(() => {})

/** Plays in place, once the reader starts it. */
export function Film({ file }: Pick<MediaProps, 'file'>) {
  const t = useText()
  const { state, failed, load } = useFileLoad(file)
  const { src: poster, onError } = useFilePicture(file)
  const formats = useFormats()
  const button = useRef<HTMLButtonElement>(null)
  const length = useMediaLength(file, button)
  const facts = length !== null ? formatDuration(length) : file.sizeBytes === null ? '' : formats.bytes(file.sizeBytes)
  const [blob, setBlob] = useState<Blob>()
  const url = useObjectUrl(blob)
  const [unplayable, setUnplayable] = useState(false)
  if (unplayable) return <Unavailable file={file} why="failed" unplayable onRetry={() => setUnplayable(false)} />
  if (url !== null)
    return (
      <video
        ref={playAtOnce}
        onError={() => setUnplayable(true)}
        className={styles.image}
        src={url}
        {...(poster === null ? {} : { poster })}
        controls
        playsInline
        aria-label={file.name}
      />
    )
  return (
    <>
      {poster !== null && (
        <img
          className={styles.image}
          src={poster}
          alt=""
          decoding="async"
          draggable={false}
          referrerPolicy="no-referrer"
          onError={onError}
        />
      )}
      <button
        ref={button}
        type="button"
        className={styles.play}
        data-poster={poster !== null || undefined}
        disabled={state === 'loading'}
        aria-label={failed ? t('file.failedRetry') : t('file.play', { name: file.name })}
        onClick={() => load(setBlob)}
      >
        <span className={styles.disc}>
          <Play size={20} strokeWidth={1.8} aria-hidden />
        </span>
        <span className={styles.caption} role={failed ? 'alert' : undefined}>
          {failed ? t('file.failedRetry') : state === 'loading' ? t('file.loading') : joinNonEmpty([file.name, facts])}
        </span>
      </button>
    </>
  )
}
