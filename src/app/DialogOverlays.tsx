import type { WindowStart } from '~/domain/cursor'
import type { History } from '~/domain/history'
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
