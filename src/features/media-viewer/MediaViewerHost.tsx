import type { WindowStart } from '~/domain/cursor'
import type { DialogId, MessageId } from '~/domain/ids'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { useCell } from '~/ui/use-cell'
import { viewedMedium, viewedPdf } from './viewing.ts'

const viewerPart = new DeferredModule(() => import('./MediaViewer.tsx'))
const pdfPart = new DeferredModule(() => import('./PdfViewer.tsx'))

interface ViewingProps {
  readonly dialogId: DialogId
  readonly start: WindowStart
  readonly onShowInChat: (id: MessageId) => void
}

/** What lies over the timeline, when something does. */
export function MediaViewerHost({ dialogId, start, onShowInChat }: ViewingProps) {
  const medium = useCell(viewedMedium)
  const pdf = useCell(viewedPdf)
  return (
    <>
      {medium?.dialogId === dialogId && (
        <Deferred part={viewerPart}>
          {({ Viewer }) => <Viewer key={medium.key} viewed={medium} start={start} onShowInChat={onShowInChat} />}
        </Deferred>
      )}
      {pdf?.dialogId === dialogId && <Deferred part={pdfPart}>{({ PdfViewer }) => <PdfViewer key={pdf.file.id} viewed={pdf} />}</Deferred>}
    </>
  )
}
