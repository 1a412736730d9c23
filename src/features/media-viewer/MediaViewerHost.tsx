import type { WindowStart } from '~/domain/cursor'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { useCell } from '~/ui/use-cell'
import { useDialog } from '~/dialog/DialogContext'

const viewerPart = new DeferredModule(() => import('./MediaViewer.tsx'))
const pdfPart = new DeferredModule(() => import('./PdfViewer.tsx'))

/** Mounts the viewer while something is opened in it. @param start of the timeline's window */
export function MediaViewerHost({ start }: { readonly start: WindowStart }) {
  const dialog = useDialog()
  const item = useCell(dialog.viewedMediaItem)
  const pdf = useCell(dialog.viewedPdf)
  return (
    <>
      {item && <Deferred part={viewerPart}>{({ MediaViewer }) => <MediaViewer key={item.key} viewed={item} start={start} />}</Deferred>}
      {pdf && <Deferred part={pdfPart}>{({ PdfViewer }) => <PdfViewer key={pdf.id} file={pdf} />}</Deferred>}
    </>
  )
}
