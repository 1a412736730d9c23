import { Download, ExternalLink, LoaderCircle, MessageSquare } from 'lucide-react'
import { useMemo, useState, type ComponentProps } from 'react'
import Lightbox, { type GenericSlide, type RenderSlideProps } from 'yet-another-react-lightbox'
import Zoom from 'yet-another-react-lightbox/plugins/zoom'
import 'yet-another-react-lightbox/styles.css'
import { useMessageText } from '~/bbcode/view/MessageTextContext'
import type { WindowStart } from '~/domain/cursor'
import type { MessageId } from '~/domain/ids'
import type { MediaItem } from '~/domain/media'
import { useFormats, useText } from '~/ui/i18n'
import { authorName } from '~/dialog/author-name'
import { Film, Unavailable } from '~/dialog/attachments/PictureBox'
import { useFileLoad } from '~/dialog/attachments/useFileLoad'
import { useFilePicture } from '~/dialog/attachments/useFilePicture'
import { useMedia } from './useMedia.ts'
import { viewedMedium, type ViewedMedium } from './viewing.ts'
import styles from './MediaViewer.module.css'

interface MediumSlide extends GenericSlide {
  readonly type: 'medium'
  readonly medium: MediaItem
}

declare module 'yet-another-react-lightbox' {
  interface SlideTypes {
    medium: MediumSlide
  }
}

interface ViewerProps {
  readonly viewed: ViewedMedium
  /** Start of the timeline's window, which holds the one that was opened. */
  readonly start: WindowStart
  readonly onShowInChat: (id: MessageId) => void
}

const MAX_ZOOM = 8

/** Pictures and films in full, one after the other through the whole dialog. */
export function Viewer({ viewed, start, onShowInChat }: ViewerProps) {
  const t = useText()
  const { media, index, enteredAt, searching, more, look } = useMedia(viewed, start)
  const [open, setOpen] = useState(true)
  const slides = useMemo(() => media.map((medium): MediumSlide => ({ type: 'medium', medium })), [media])
  const current = media[index]
  if (!current) return null
  return (
    <Lightbox
      open={open}
      close={() => setOpen(false)}
      // It counts by itself from there: told each time, it would be thrown back by keys that are pressed fast.
      index={enteredAt}
      slides={slides}
      plugins={[Zoom]}
      carousel={{ finite: true, preload: 1, padding: 0 }}
      controller={{ closeOnBackdropClick: true, closeOnPullDown: true }}
      zoom={{
        supports: ['medium'],
        maxZoom: (slide) => (slide.type === 'medium' && slide.medium.file.kind === 'image' ? MAX_ZOOM : 1),
        scrollToZoom: true,
      }}
      animation={matchMedia('(prefers-reduced-motion: reduce)').matches ? { fade: 0, swipe: 0, navigation: 0, zoom: 0 } : {}}
      on={{ view: ({ index: to }) => look(to), exited: () => viewedMedium.set(null) }}
      labels={{
        Lightbox: t('viewer.label'),
        Carousel: t('viewer.label'),
        'Photo gallery': t('viewer.label'),
        Close: t('viewer.close'),
        Previous: t('viewer.older'),
        Next: t('viewer.newer'),
        'Zoom in': t('viewer.zoomIn'),
        'Zoom out': t('viewer.zoomOut'),
      }}
      toolbar={{
        buttons: [
          <span key="place" className={styles.place} role="status">
            {searching ? t('viewer.searching') : t('viewer.place', { index: index + 1, count: `${media.length}${more ? '+' : ''}` })}
          </span>,
          <Tool
            key="chat"
            label={t('viewer.showInChat')}
            onClick={() => {
              setOpen(false)
              onShowInChat(current.message.id)
            }}
          >
            <MessageSquare size={22} strokeWidth={1.8} aria-hidden />
          </Tool>,
          <Save key={`save ${current.key}`} medium={current} viewed={viewed} />,
          'close',
        ],
      }}
      render={{
        slide: ({ slide, offset }: RenderSlideProps) =>
          slide.type === 'medium' ? <MediumView medium={slide.medium} viewed={viewed} current={offset === 0} /> : null,
        slideFooter: ({ slide }) => (slide.type === 'medium' ? <Caption medium={slide.medium} /> : null),
      }}
    />
  )
}

interface MediumViewProps {
  readonly medium: MediaItem
  readonly viewed: ViewedMedium
  readonly current: boolean
}

function MediumView({ medium: { file }, viewed, current }: MediumViewProps) {
  const { width, height } = file.size ?? { width: 16, height: 9 }
  if (file.kind === 'image') return <Picture file={file} dialogId={viewed.dialogId} />
  return (
    <div className={styles.film} style={{ aspectRatio: `${width} / ${height}` }}>
      {current && <Film file={file} dialogId={viewed.dialogId} />}
    </div>
  )
}

function Picture({ file, dialogId }: Pick<ViewedMedium, 'dialogId'> & Pick<MediaItem, 'file'>) {
  const { src, failed, error, onError, retry } = useFilePicture(file, dialogId, true)
  const [shown, setShown] = useState(false)
  if (failed)
    return (
      <div className={styles.failed}>
        <Unavailable file={file} forbidden={error?.code === 'access'} onRetry={retry} />
      </div>
    )
  return (
    <>
      {!shown && <LoaderCircle className={styles.loading} size={36} strokeWidth={1.8} aria-hidden />}
      {src !== null && (
        <img
          className={styles.picture}
          src={src}
          alt={file.name}
          draggable={false}
          referrerPolicy="no-referrer"
          onLoad={() => setShown(true)}
          onError={onError}
        />
      )}
    </>
  )
}

function Save({ medium: { file }, viewed }: Pick<MediumViewProps, 'medium' | 'viewed'>) {
  const t = useText()
  const { state, failed, save } = useFileLoad(file, viewed.dialogId)
  if (failed && file.downloadUrl)
    return (
      <a className={styles.portal} href={file.downloadUrl} target="_blank" rel="noopener noreferrer" title={t('file.openInPortal')}>
        <ExternalLink size={22} strokeWidth={1.8} aria-label={t('file.openInPortal')} />
      </a>
    )
  return (
    <Tool label={t('file.download', { name: file.name })} disabled={state === 'loading'} onClick={save}>
      <Download size={22} strokeWidth={1.8} aria-hidden />
    </Tool>
  )
}

/** Looks like the lightbox's own. */
const Tool = ({ label, ...rest }: ComponentProps<'button'> & { readonly label: string }) => (
  <button type="button" className="yarl__button" aria-label={label} title={label} {...rest} />
)

function Caption({ medium: { file, message } }: { readonly medium: MediaItem }) {
  const t = useText()
  const formats = useFormats()
  const { findUser } = useMessageText()
  return (
    <p className={styles.caption}>
      <bdi>{authorName(message, findUser(message.authorId), t)}</bdi>
      {message.sentAt !== null && <span>{formats.full(message.sentAt)}</span>}
      <bdi>{file.name}</bdi>
    </p>
  )
}
