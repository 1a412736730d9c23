import type { History } from '~/domain/history'
import type { DialogId, FileId } from '~/domain/ids'
import { useText } from '~/ui/i18n'
import { FileTile } from './FileTile.tsx'
import styles from './Files.module.css'
import { PictureBox } from './PictureBox.tsx'

interface FilesProps {
  readonly ids: readonly FileId[]
  readonly files: History['files']
  readonly dialogId: DialogId
}

/** The files of a message: pictures and films together, then the rest. */
export function Files({ ids, files, dialogId }: FilesProps) {
  const t = useText()
  const known = ids.flatMap((id) => files.get(id) ?? [])
  const pictures = known.filter((file) => (file.kind === 'image' || file.kind === 'video') && file.uploaded)
  const others = known.filter((file) => !pictures.includes(file))
  const missing = ids.length - known.length
  return (
    <div className={styles.files}>
      {pictures.length === 1 && pictures[0] && <PictureBox file={pictures[0]} dialogId={dialogId} />}
      {pictures.length > 1 && (
        <div className={styles.album}>
          {pictures.map((file) => (
            <PictureBox key={file.id} file={file} dialogId={dialogId} tile />
          ))}
        </div>
      )}
      {others.map((file) => (
        <FileTile key={file.id} file={file} dialogId={dialogId} />
      ))}
      {missing > 0 && <p className={styles.missing}>{t('file.missing', { count: missing })}</p>}
    </div>
  )
}
