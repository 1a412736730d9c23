import type { WindowStart } from '~/domain/cursor'
import type { History } from '~/domain/history'
import type { DialogId, MessageId } from '~/domain/ids'
import { PanelPlace } from '~/features/chat-panel/PanelPlace'
import { MediaViewerHost } from '~/features/media-viewer/MediaViewerHost'
import { MessageMenu } from '~/features/message-actions/MessageMenu'
import { PersonCards } from '~/features/person-card/PersonCards'
import { SelectionBar } from '~/features/selection/SelectionBar'

interface DialogOverlaysProps {
  readonly dialogId: DialogId
  readonly start: WindowStart
  readonly history: History
  readonly onJump: (target: MessageId, start: WindowStart) => void
}

/** What lies over the messages of one dialog, or beside them: cards, menus, the selection, the panel, the viewer. */
export function DialogOverlays({ dialogId, start, history, onJump }: DialogOverlaysProps) {
  return (
    <>
      <PersonCards />
      <MessageMenu dialogId={dialogId} history={history} />
      <SelectionBar history={history} dialogId={dialogId} />
      <PanelPlace dialogId={dialogId} history={history} />
      <MediaViewerHost dialogId={dialogId} start={start} onShowInChat={(id) => onJump(id, { at: 'around', id })} />
    </>
  )
}
