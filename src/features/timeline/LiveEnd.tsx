import { useEffect, type RefObject } from 'react'
import type { WindowStart } from '~/domain/cursor'
import type { History } from '~/domain/history'
import type { DialogId, MessageId } from '~/domain/ids'
import { Announcer, useAnnouncements } from './list/Announcer.tsx'
import { PersonCards } from '~/features/person-card/PersonCards'
import { MessageMenu } from '~/features/message-actions/MessageMenu'
import { SelectionBar } from '~/features/selection/SelectionBar'
import { PanelPlace } from '~/features/chat-panel/PanelPlace'
import { useArrivals } from './useArrivals.ts'
import { useScrollPace } from '~/dialog/scroll-pace'
import { useEnrichment } from './useEnrichment.ts'
import { Viewing } from '~/features/media-viewer/Viewing'

interface LiveEndProps {
  readonly dialogId: DialogId
  readonly start: WindowStart
  readonly history: History
  /** Filled with the way to ask again. */
  readonly ask: RefObject<(() => void) | null>
  /** Whether asking for new messages has failed the last time. */
  readonly onFailed: (failed: boolean) => void
  readonly onJump: (target: MessageId, start: WindowStart) => void
}

/** What goes on beside the reading: new messages are asked for, screen readers hear of what has come, names show who that is, and pictures are looked at in full. */
export function LiveEnd({ dialogId, start, history, ask, onFailed, onJump }: LiveEndProps) {
  const { failed, retry } = useArrivals(dialogId, start, history)
  useEffect(() => {
    ask.current = retry
  }, [ask, retry])
  useEffect(() => onFailed(failed), [onFailed, failed])
  useEnrichment(dialogId, history)
  useScrollPace()
  return (
    <>
      <Announcer text={useAnnouncements(history)} />
      <PersonCards />
      <MessageMenu dialogId={dialogId} history={history} />
      <SelectionBar history={history} dialogId={dialogId} />
      <PanelPlace dialogId={dialogId} history={history} />
      <Viewing dialogId={dialogId} start={start} onShowInChat={(id) => onJump(id, { at: 'around', id })} />
    </>
  )
}
