import { X } from 'lucide-react'
// The usual build expects browsers of this year; this one and its worker bring what the older ones lack.
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { fileQuery } from '~/queries/files'
import { usePortal } from '~/queries/portal-context'
import { Button, IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { trustedScript } from '~/ui/trusted-script'
import { useModal } from '~/ui/modal/use-modal'
import { HelpLink } from '~/dialog/HelpLink'
import { SaveButton } from '~/dialog/attachments/SaveButton'
import { useFileLoad } from '~/dialog/attachments/useFileLoad'
import { PdfPages } from './PdfPages.tsx'
import styles from './PdfViewer.module.css'
import type { ChatFile } from '~/domain/message/chat-file'
import { useDialog } from '~/dialog/state/DialogContext'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'

const WORKER = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href
/** Larger pictures in it are left out, px: each takes four bytes a pixel. */
const MAX_PICTURE = 64 * 1024 * 1024

/** A PDF over the timeline: its pages one below the other, rendered as they come near. */
export function PdfViewer({ file }: { readonly file: ChatFile }) {
  const t = useText()
  const { id: dialogId, viewedPdf } = useDialog()
  const modal = useModal(() => viewedPdf.set(null))
  useClosesOnBack(true, modal.close)
  const fileLoad = useFileLoad(file)
  const bytes = useQuery(fileQuery(usePortal(), dialogId, file.id))
  const { pdf, broken } = usePdf(bytes.data)
  const [page, setPage] = useState(1)
  const failed = bytes.isError || broken
  const pages = useRef<HTMLDivElement>(null)
  // After the dialog has opened, which focuses its first button: the keys that scroll are for the pages.
  useEffect(() => pages.current?.focus(), [])

  return (
    <dialog {...modal.props} className={styles.dialog} aria-label={file.name}>
      <div className={styles.head}>
        <bdi className={styles.name}>{file.name}</bdi>
        <span className={styles.place} role="status">
          {failed ? '' : pdf ? t('pdf.place', { page, count: pdf.numPages }) : t('file.loading')}
        </span>
        <SaveButton file={file} fileLoad={fileLoad} />
        <IconButton label={t('viewer.close')} onClick={modal.close}>
          <X size={18} strokeWidth={1.8} aria-hidden />
        </IconButton>
      </div>
      <div ref={pages} className={styles.pages} tabIndex={0} role="group" aria-label={file.name}>
        {failed && (
          <p className={styles.failed} role="alert">
            {t(broken ? 'pdf.broken' : 'file.failed')}{' '}
            {!broken && (
              <Button look="link" onClick={() => void bytes.refetch()}>
                {t('retry')}
              </Button>
            )}{' '}
            <HelpLink about={broken ? 'pdf.broken' : 'file.failed'} />
          </p>
        )}
        {pdf && <PdfPages pdf={pdf} onRead={setPage} />}
      </div>
    </dialog>
  )
}

function usePdf(blob: Blob | undefined): { readonly pdf: PDFDocumentProxy | null; readonly broken: boolean } {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null)
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    if (!blob) return
    let wanted = true
    let close = () => {}
    void blob.arrayBuffer().then((data) => {
      if (!wanted) return
      // A worker of its own, which ends with the viewer, whatever the file has made it do.
      const port = new Worker(trustedScript(WORKER), { type: 'module' })
      GlobalWorkerOptions.workerPort = port
      // A stranger's file is only drawn: no script in it runs.
      const task = getDocument({ data, isEvalSupported: false, enableXfa: false, maxImageSize: MAX_PICTURE })
      close = () => void task.destroy().finally(() => port.terminate())
      task.promise.then(
        (opened) => wanted && setPdf(opened),
        () => wanted && setBroken(true),
      )
    })
    return () => {
      wanted = false
      close()
    }
  }, [blob])
  return { pdf, broken }
}
