import type { ChatFile } from '~/domain/message/chat-file'
import type { TextMessage } from '~/domain/message/message'
import { useText } from '~/ui/i18n'
import { useFormats } from '~/ui/formats'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { useDialog } from '../state/DialogContext.ts'
import { FileKind } from './FileKind.tsx'
import styles from './FileTile.module.css'
import { SaveButton } from './SaveButton.tsx'
import { Sound } from './Sound.tsx'
import { useFileLoad } from './useFileLoad.ts'

interface FileTileProps {
  readonly file: ChatFile
  readonly message: TextMessage
}

/** A file that is not a picture: kind, name, size, download. Sounds can be played, PDFs viewed. */
export function FileTile({ file, message }: FileTileProps) {
  return file.kind === 'audio' && file.uploaded ? <Sound file={file} message={message} /> : <Tile file={file} />
}

/** Types that the portal's own viewer shows. */
const OFFICE = /^(?:docx?|xlsx?|pptx?|od[tsp]|rtf|csv)$/

function Tile({ file }: Pick<FileTileProps, 'file'>) {
  const { viewedPdf } = useDialog()
  const t = useText()
  const formats = useFormats()
  const fileLoad = useFileLoad(file)
  const { state, failed } = fileLoad
  const facts = joinNonEmpty([file.sizeBytes === null ? '' : formats.bytes(file.sizeBytes), file.uploaded ? '' : t('file.notUploaded')])
  const label = (
    <bdi className={styles.name} title={file.name}>
      {file.name}
    </bdi>
  )
  return (
    <div className={styles.tile}>
      <FileKind extension={file.extension} />
      <span className={styles.facts}>
        {file.extension === 'pdf' && file.uploaded ? (
          <button type="button" className={styles.open} onClick={() => viewedPdf.set(file)}>
            {label}
          </button>
        ) : OFFICE.test(file.extension) && file.showUrl !== null ? (
          <a className={styles.open} href={file.showUrl} target="_blank" rel="noopener noreferrer" title={t('file.openInPortal')}>
            {label}
          </a>
        ) : (
          label
        )}
        <small className={styles.size} role={failed ? 'alert' : undefined}>
          {state === 'ready' ? facts : t(state === 'failed' && file.uploadUnsure ? 'file.notUploaded' : `file.${state}`)}
        </small>
      </span>
      {file.uploaded && <SaveButton file={file} fileLoad={fileLoad} />}
    </div>
  )
}
