import type { WindowStart } from '~/domain/cursor'
import type { DialogId, MessageId } from '~/domain/ids'
import { Loaded } from '~/ui/deferred/Loaded'
import { Part } from '~/ui/deferred/part'
import { useCell } from '~/ui/use-cell'
import { viewedMedium, viewedPdf } from './viewing.ts'

const viewerPart = new Part(() => import('./Viewer.tsx'))
const pdfPart = new Part(() => import('./PdfViewer.tsx'))

interface ViewingProps {
  readonly dialogId: DialogId
  readonly start: WindowStart
  readonly onShowInChat: (id: MessageId) => void
}

/** What lies over the timeline, when something does. */
export function Viewing({ dialogId, start, onShowInChat }: ViewingProps) {
  const medium = useCell(viewedMedium)
  const pdf = useCell(viewedPdf)
  return (
    <>
      {medium?.dialogId === dialogId && (
        <Loaded part={viewerPart}>
          {({ Viewer }) => <Viewer key={medium.key} viewed={medium} start={start} onShowInChat={onShowInChat} />}
        </Loaded>
      )}
      {pdf?.dialogId === dialogId && <Loaded part={pdfPart}>{({ PdfViewer }) => <PdfViewer key={pdf.file.id} viewed={pdf} />}</Loaded>}
    </>
  )
}
