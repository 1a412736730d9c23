import type { WindowStart } from '~/domain/history/cursor'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useCell } from '~/ui/use-cell'
import { useDialog } from '~/dialog/state/DialogContext'

const MediaViewer = lazyPart(() => import('./MediaViewer.tsx').then((part) => part.MediaViewer))
const PdfViewer = lazyPart(() => import('./PdfViewer.tsx').then((part) => part.PdfViewer))

/** Mounts the viewer while something is opened in it. @param start of the timeline's window */
export function MediaViewerHost({ start }: { readonly start: WindowStart }) {
  const dialog = useDialog()
  const item = useCell(dialog.viewedMediaItem)
  const pdf = useCell(dialog.viewedPdf)
  return (
    <>
      {item && (
        <PartBoundary>
          <MediaViewer key={item.key} viewed={item} start={start} />
        </PartBoundary>
      )}
      {pdf && (
        <PartBoundary>
          <PdfViewer key={pdf.id} file={pdf} />
        </PartBoundary>
      )}
    </>
  )
}
