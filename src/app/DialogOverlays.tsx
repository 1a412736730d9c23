import { useEffect } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import { ChatPanelHost } from '~/features/chat-panel/ChatPanelHost'
import { MediaViewerHost } from '~/features/media-viewer/MediaViewerHost'
import { MessageMenu } from '~/features/message-actions/MessageMenu'
import { PersonCardHost } from '~/features/person-card/PersonCardHost'
import { SelectionBar } from '~/features/selection/SelectionBar'

interface DialogOverlaysProps {
  readonly start: WindowStart
  readonly history: History
}

/** What lies over the messages of one dialog, or beside them: cards, menus, the selection, the panel, the viewer. */
export function DialogOverlays({ start, history }: DialogOverlaysProps) {
  const { viewedMediaItem, viewedPdf, shownPerson, selection } = useDialog()
  // They belong to the messages of one window; the panel is about the dialog. `start` may be a new object for the same window.
  const shownWindow = JSON.stringify(start)
  useEffect(
    () => () => {
      for (const open of [viewedMediaItem, viewedPdf, shownPerson, selection]) open.set(null)
    },
    [viewedMediaItem, viewedPdf, shownPerson, selection, shownWindow],
  )
  return (
    <>
      <PersonCardHost />
      <MessageMenu history={history} />
      <SelectionBar history={history} />
      <ChatPanelHost history={history} />
      <MediaViewerHost start={start} />
    </>
  )
}
