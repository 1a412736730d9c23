import { Download, ExternalLink, LoaderCircle, MessageSquare } from 'lucide-react'
import { useEffect, useMemo, useState, type ComponentProps } from 'react'
import Lightbox, { type GenericSlide, type RenderSlideProps } from 'yet-another-react-lightbox'
import Zoom from 'yet-another-react-lightbox/plugins/zoom'
import 'yet-another-react-lightbox/styles.css'
import type { WindowStart } from '~/domain/history/cursor'
import type { MediaItem } from '~/domain/message/media'
import type { User } from '~/domain/people/user'
import { useFormats } from '~/ui/formats'
import { useText } from '~/ui/i18n'
import { useNavigation } from '~/navigation/NavigationContext'
import { authorName } from '~/dialog/author-name'
import { useDialog } from '~/dialog/state/DialogContext'
import { ErrorNotice } from '~/dialog/ErrorNotice'
import type { ViewedMediaItem } from '~/dialog/state/OpenDialog'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { useFindUser } from '~/dialog/use-find-user'
import { Film, Unavailable } from '~/dialog/attachments/PictureBox'
import { useFileLoad, whyNot } from '~/dialog/attachments/useFileLoad'
import { useFilePicture } from '~/dialog/attachments/useFilePicture'
import { useMedia } from './useMedia.ts'
import styles from './MediaViewer.module.css'

interface MediaSlide extends GenericSlide {
  readonly type: 'media'
  readonly item: MediaItem
}

declare module 'yet-another-react-lightbox' {
  interface SlideTypes {
    media: MediaSlide
  }
}

interface MediaViewerProps {
  readonly viewed: ViewedMediaItem
  /** Start of the timeline's window, which contains the opened item. */
  readonly start: WindowStart
}

const MAX_ZOOM = 8

/** Pictures and films in full, one after the other through the whole dialog. */
export function MediaViewer({ viewed, start }: MediaViewerProps) {
  const { viewedMediaItem, panelOpen } = useDialog()
  const { open: openPlace } = useNavigation()
  const t = useText()
  const { media, users, index, error, retry, gone, enteredAt, searching, more, look } = useMedia(viewed, start)
  const [open, setOpen] = useState(true)
  // Opened from a modal dialog, it has to be in there: what lies under one is neither seen nor pressed.
  const [within] = useState(() => document.querySelector('dialog:modal'))
  const slides = useMemo(() => media.map((item): MediaSlide => ({ type: 'media', item })), [media])
  const current = media[index]
  useClosesOnBack(open, () => (current ? setOpen(false) : viewedMediaItem.set(null)))
  useEffect(() => {
    if (gone) viewedMediaItem.set(null)
  }, [gone, viewedMediaItem])
  if (!current) {
    return (
      error && (
        <div className={styles.unopened}>
          <ErrorNotice error={error} onRetry={retry} />
        </div>
      )
    )
  }
  return (
    <Lightbox
      className={styles.viewer ?? ''}
      open={open}
      portal={{ root: within }}
      close={() => setOpen(false)}
      // The lightbox keeps its own index from here on: updating the prop each time would undo fast key presses.
      index={enteredAt}
      slides={slides}
      plugins={[Zoom]}
      carousel={{ finite: true, preload: 1, padding: 0 }}
      controller={{ closeOnBackdropClick: true, closeOnPullDown: true }}
      zoom={{
        supports: ['media'],
        maxZoom: (slide) => (slide.type === 'media' && slide.item.file.kind === 'image' ? MAX_ZOOM : 1),
        scrollToZoom: true,
      }}
      animation={matchMedia('(prefers-reduced-motion: reduce)').matches ? { fade: 0, swipe: 0, navigation: 0, zoom: 0 } : {}}
      on={{ view: ({ index: to }) => look(to), exited: () => viewedMediaItem.set(null) }}
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
              viewedMediaItem.set(null)
              if (within) panelOpen.set(false)
              openPlace({ messageId: current.message.id })
            }}
          >
            <MessageSquare size={22} strokeWidth={1.8} aria-hidden />
          </Tool>,
          <Save key={`save ${current.key}`} item={current} />,
          'close',
        ],
      }}
      render={{
        slide: ({ slide, offset }: RenderSlideProps) =>
          slide.type === 'media' ? <MediaItemView item={slide.item} current={offset === 0} /> : null,
        slideFooter: ({ slide }) =>
          slide.type === 'media' ? <Caption item={slide.item} author={users?.get(slide.item.message.authorId)} /> : null,
      }}
    />
  )
}

interface MediaItemViewProps {
  readonly item: MediaItem
  readonly current: boolean
}

function MediaItemView({ item: { file }, current }: MediaItemViewProps) {
  const { width, height } = file.size ?? { width: 16, height: 9 }
  if (file.kind === 'image') return <Picture file={file} />
  return (
    <div className={styles.film} style={{ aspectRatio: `${width} / ${height}` }}>
      {current && <Film file={file} />}
    </div>
  )
}

function Picture({ file }: Pick<MediaItem, 'file'>) {
  const { src, failed, error, tooLarge, onError, retry } = useFilePicture(file, true)
  const [shown, setShown] = useState(false)
  if (failed)
    return (
      <div className={styles.failed}>
        <Unavailable file={file} why={whyNot(error)} tooLarge={tooLarge} onRetry={retry} />
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

function Save({ item: { file } }: Pick<MediaItemViewProps, 'item'>) {
  const t = useText()
  const { state, failed, save } = useFileLoad(file)
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

function Caption({ item: { file, message }, author }: Pick<MediaItemViewProps, 'item'> & { readonly author: User | undefined }) {
  const t = useText()
  const formats = useFormats()
  const findUser = useFindUser()
  return (
    <p className={styles.caption}>
      <bdi>{authorName(message, findUser(message.authorId) ?? author, t)}</bdi>
      {message.sentAt !== null && <span>{formats.full(message.sentAt, message.utcOffset)}</span>}
      <bdi>{file.name}</bdi>
    </p>
  )
}
