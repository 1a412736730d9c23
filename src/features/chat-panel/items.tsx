import { Link as LinkIcon, MessageSquare, Mic, Play } from 'lucide-react'
import { InternalLink } from '~/navigation/InternalLink'
import type { ReactNode } from 'react'
import type { ChatFile } from '~/domain/message/chat-file'
import type { MediaItem } from '~/domain/message/media'
import type { TextMessage } from '~/domain/message/message'
import { useText } from '~/ui/i18n'
import { useFormats } from '~/ui/formats'
import { usePlayer } from '~/dialog/player/use-player'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { authorName } from '~/dialog/author-name'
import { FileKind } from '~/dialog/attachments/FileKind'
import { SaveButton } from '~/dialog/attachments/SaveButton'
import { useFileLoad } from '~/dialog/attachments/useFileLoad'
import { useFilePicture } from '~/dialog/attachments/useFilePicture'
import { useTrack } from '~/dialog/attachments/useTrack'
import { useDialog } from '~/dialog/state/DialogContext'
import type { PanelItem } from './panel-items.ts'
import { useFindAuthor } from './useFindAuthor.ts'
import styles from './items.module.css'

interface ItemProps {
  readonly item: PanelItem
}

/** Links to the item's message. */
function InChat({ message }: { readonly message: TextMessage }) {
  const t = useText()
  return (
    <InternalLink
      className={styles.inChat}
      to={{ messageId: message.id }}
      aria-label={t('viewer.showInChat')}
      title={t('viewer.showInChat')}
    >
      <MessageSquare size={16} strokeWidth={1.8} aria-hidden />
    </InternalLink>
  )
}

function About({ item, more = '' }: ItemProps & { readonly more?: string | undefined }) {
  const t = useText()
  const formats = useFormats()
  const findAuthor = useFindAuthor()
  const { message } = item
  const author = authorName(message, findAuthor(item), t)
  const facts = [message.sentAt === null ? '' : formats.recent(message.sentAt, Date.now(), message.utcOffset), more]
  return (
    <span className={`${styles.quiet} ${styles.about}`} title={author}>
      <bdi className={styles.author}>{author}</bdi>
      {/* Begins with what stands between both. */}
      <span className={styles.rest}>{joinNonEmpty(facts) && ` · ${joinNonEmpty(facts)}`}</span>
    </span>
  )
}

function Item({
  icon,
  name,
  item,
  more,
  children,
}: ItemProps & { readonly icon: ReactNode; readonly name: ReactNode; readonly more?: string | undefined; readonly children?: ReactNode }) {
  return (
    <div className={styles.item}>
      {icon}
      <span className={styles.words}>
        {name}
        <About item={item} more={more} />
      </span>
      {children}
      <InChat message={item.message} />
    </div>
  )
}

export function FileItem({ item, file }: ItemProps & { readonly file: ChatFile }) {
  const formats = useFormats()
  const t = useText()
  const fileLoad = useFileLoad(file)
  const player = usePlayer()
  const track = useTrack(file, item.message)
  const size = file.uploaded ? (file.sizeBytes === null ? '' : formats.bytes(file.sizeBytes)) : t('file.notUploaded')
  const name = (
    <bdi className={styles.name} title={file.name}>
      {file.voiceNote ? t('file.voice') : file.name}
    </bdi>
  )
  return (
    <Item
      icon={
        file.kind === 'audio' ? (
          <button
            type="button"
            className={styles.icon}
            data-kind="audio"
            aria-label={t('file.play', { name: file.name })}
            onClick={() => player.toggle(track)}
          >
            {file.voiceNote ? <Mic size={16} strokeWidth={1.8} aria-hidden /> : <Play size={16} strokeWidth={1.8} aria-hidden />}
          </button>
        ) : (
          <FileKind extension={file.extension} />
        )
      }
      name={name}
      item={item}
      more={size}
    >
      {file.uploaded && <SaveButton file={file} fileLoad={fileLoad} />}
    </Item>
  )
}

export function LinkItem({ item }: ItemProps) {
  const href = item.name
  const { host, pathname, search } = new URL(href)
  return (
    <Item
      icon={
        <span className={styles.icon} aria-hidden>
          <LinkIcon size={16} strokeWidth={1.8} />
        </span>
      }
      name={
        <a className={styles.name} href={href} target="_blank" rel="noopener noreferrer nofollow ugc" title={href}>
          <bdi>
            {host}
            {pathname === '/' ? '' : pathname}
            {search}
          </bdi>
        </a>
      }
      item={item}
    />
  )
}

/** Pictures and films side by side. */
export function MediaRow({ media }: { readonly media: readonly MediaItem[] }) {
  return (
    <div className={styles.media}>
      {media.map((item) => (
        <Thumbnail key={item.key} item={item} />
      ))}
    </div>
  )
}

function Thumbnail({ item: { key, message, file } }: { readonly item: MediaItem }) {
  const { viewedMediaItem } = useDialog()
  const t = useText()
  const { src, failed, onError } = useFilePicture(file)
  return (
    <div className={styles.thumbnail}>
      <button
        type="button"
        className={styles.open}
        aria-label={t('file.picture', { name: file.name })}
        onClick={() => viewedMediaItem.set({ key, messageId: message.id })}
      >
        {src !== null && !failed ? (
          <img src={src} alt="" decoding="async" draggable={false} referrerPolicy="no-referrer" onError={onError} />
        ) : (
          <span className={styles.unseen}>
            {file.kind === 'video' ? <Play size={18} strokeWidth={1.8} aria-hidden /> : failed ? file.name : ''}
          </span>
        )}
      </button>
      <InChat message={message} />
    </div>
  )
}
