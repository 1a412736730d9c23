import type { History } from '~/domain/history/history'
import type { TextMessage } from '~/domain/message/message'
import { useText } from '~/ui/i18n'
import { isMediaFile } from '~/domain/message/media'
import { albumOf } from './album.ts'
import { FileTile } from './FileTile.tsx'
import styles from './Files.module.css'
import { PictureBox } from './PictureBox.tsx'
import { ratioOf } from './picture-size.ts'

interface FilesProps {
  readonly message: TextMessage
  readonly files: History['files']
}

/** The files of a message: pictures and films together, then the rest. */
export function Files({ message, files }: FilesProps) {
  const t = useText()
  const ids = message.fileIds
  const known = ids.flatMap((id) => files.get(id) ?? [])
  const pictures = known.filter(isMediaFile)
  const others = known.filter((file) => !pictures.includes(file))
  const missing = ids.length - known.length
  return (
    <div className={styles.files}>
      {pictures.length === 1 && pictures[0] && <PictureBox file={pictures[0]} message={message} />}
      {pictures.length > 1 && (
        <div className={styles.album}>
          {albumOf(pictures).map((row) => (
            <div key={row.pictures[0]?.id} className={styles.row} style={{ aspectRatio: row.ratio }}>
              {row.pictures.map((file) => (
                <PictureBox key={file.id} file={file} message={message} share={ratioOf(file)} />
              ))}
            </div>
          ))}
        </div>
      )}
      {others.map((file) => (
        <FileTile key={file.id} file={file} message={message} />
      ))}
      {missing > 0 && <p className={styles.missing}>{t('file.missing', { count: missing })}</p>}
    </div>
  )
}
