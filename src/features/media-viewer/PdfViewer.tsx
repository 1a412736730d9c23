import { X } from 'lucide-react'
// The usual build expects browsers of this year; this one and its worker bring what the older ones lack.
import { getDocument, GlobalWorkerOptions, TextLayer, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { fileQuery } from '~/queries/files'
import { usePortal } from '~/queries/portal-context'
import { Button, IconButton } from '~/ui/Button'
import { useText } from '~/ui/i18n'
import { useModal } from '~/ui/use-modal'
import { SaveButton } from '~/dialog/attachments/SaveButton'
import { useFileLoad } from '~/dialog/attachments/useFileLoad'
import styles from './PdfViewer.module.css'
import type { ChatFile } from '~/domain/message/chat-file'
import { useDialog } from '~/dialog/DialogContext'

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href

/** A PDF over the timeline: its pages one below the other, rendered as they come near. */
export function PdfViewer({ file }: { readonly file: ChatFile }) {
  const t = useText()
  const { id: dialogId, viewedPdf } = useDialog()
  const modal = useModal(() => viewedPdf.set(null))
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
            )}
          </p>
        )}
        {pdf && Array.from({ length: pdf.numPages }, (_, at) => <Page key={at} pdf={pdf} number={at + 1} onRead={setPage} />)}
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
      // A stranger's file is only drawn: no script in it runs.
      const task = getDocument({ data, isEvalSupported: false, enableXfa: false })
      close = () => void task.destroy()
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

interface PageProps {
  readonly pdf: PDFDocumentProxy
  readonly number: number
  readonly onRead: (number: number) => void
}

/** A4, until its own proportions are known. */
const USUAL = 1 / Math.SQRT2

function Page({ pdf, number, onRead }: PageProps) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(number === 1)
  const [ratio, setRatio] = useState(USUAL)
  const [broken, setBroken] = useState(false)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const root = element.parentElement
    const approach = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), { root, rootMargin: '100%' })
    const read = new IntersectionObserver(([entry]) => entry?.isIntersecting && onRead(number), { root, rootMargin: '-50% 0px' })
    approach.observe(element)
    read.observe(element)
    return () => {
      approach.disconnect()
      read.disconnect()
    }
  }, [number, onRead])

  useEffect(() => {
    const element = box.current
    if (!near || !element) return
    let wanted = true
    let cancel = () => {}
    const draw = async () => {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      if (!wanted) return
      setRatio(width / height)
      const scale = element.clientWidth / width
      const viewport = page.getViewport({ scale: scale * Math.min(2, window.devicePixelRatio || 1) })
      const canvas = document.createElement('canvas')
      canvas.width = viewport.width
      canvas.height = viewport.height
      const task = page.render({ canvas, viewport })
      cancel = () => task.cancel()
      await task.promise
      const words = document.createElement('div')
      words.className = styles.words ?? ''
      words.style.setProperty('--total-scale-factor', String(scale))
      await new TextLayer({ textContentSource: page.streamTextContent(), container: words, viewport: page.getViewport({ scale }) }).render()
      if (wanted) element.replaceChildren(canvas, words)
    }
    // Being drawn ends with an error as well when the viewer is closed meanwhile.
    draw().catch(() => wanted && setBroken(true))
    return () => {
      wanted = false
      cancel()
    }
  }, [near, pdf, number])

  return (
    <div ref={box} className={styles.page} style={{ aspectRatio: ratio }} data-page={number}>
      {broken && (
        <p className={styles.broken} role="alert">
          {t('pdf.pageBroken', { page: number })}
        </p>
      )}
    </div>
  )
}
