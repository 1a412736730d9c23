import { useEffect, useRef, type MouseEvent, type RefObject } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { MessageTextContext } from '~/bbcode/view/MessageTextContext'
import type { WindowStart } from '~/domain/cursor'
import { parseMessageId, type DialogId, type MessageId } from '~/domain/ids'
import { historyQuery, windowHolds } from '~/queries/history'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { Loaded } from '~/ui/deferred/Loaded'
import { loadParts, openFailurePart } from './parts.ts'
import type { LeftPlace, Place } from './place.ts'
import { Skeleton } from './Skeleton.tsx'
import styles from './Timeline.module.css'
import { TimelineWindow } from './TimelineWindow.tsx'
import { useHistoryWindow } from '~/dialog/useHistoryWindow'
import { useMessageTextEnvironment } from '~/dialog/useMessageTextEnvironment'

interface TimelineProps {
  readonly dialogId: DialogId
  readonly place: Place
  /** Filled with a way to ask where the reader is now. */
  readonly whereAmI: RefObject<(() => LeftPlace) | null>
  readonly onJump: (target: MessageId | null, start: WindowStart) => void
  readonly hrefOf: (place: { readonly dialogId?: DialogId; readonly messageId?: MessageId }) => string
}

/** The history of one dialog. */
export function Timeline({ dialogId, place, whereAmI, onJump, hrefOf }: TimelineProps) {
  const t = useText()
  useEffect(loadParts, [])
  const start = useShownStart(dialogId, place)
  const jump = useJump(dialogId, start, onJump)
  const loaded = useHistoryWindow(dialogId, start)
  const environment = useMessageTextEnvironment(dialogId, loaded.history, hrefOf)

  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-internal]')
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return
    const query = new URL(link.href).searchParams
    const target = parseMessageId(query.get('message'))
    if (target === null || (query.get('dialog') ?? dialogId) !== dialogId) return
    event.preventDefault()
    // The shell would take it for a change of dialogs.
    event.stopPropagation()
    jump(target, { at: 'around', id: target })
  }

  if (loaded.error) {
    return (
      <div className={styles.state}>
        <Loaded part={openFailurePart}>
          {({ OpenFailure }) => loaded.error && <OpenFailure error={loaded.error} onRetry={loaded.reload} />}
        </Loaded>
      </div>
    )
  }
  if (!loaded.history) return <Skeleton label={t('timeline.loading')} />
  return (
    <MessageTextContext value={environment}>
      <div className={styles.timeline} onClickCapture={onClick}>
        <TimelineWindow
          key={JSON.stringify(start)}
          dialogId={dialogId}
          start={start}
          place={place}
          loaded={loaded}
          history={loaded.history}
          whereAmI={whereAmI}
          onJump={jump}
        />
      </div>
    </MessageTextContext>
  )
}

/** Jumps, and asks at once for the window that will be needed: drawing it empty first would only delay the request. */
function useJump(dialogId: DialogId, shown: WindowStart, onJump: TimelineProps['onJump']): TimelineProps['onJump'] {
  const client = usePortal()
  const queryClient = useQueryClient()
  return (target, start) => {
    if (target === null || !windowHolds(queryClient, client, dialogId, shown, target))
      void queryClient.prefetchInfiniteQuery(historyQuery(client, dialogId, start))
    onJump(target, start)
  }
}

/**
 * The start of the window to show for a place. A jump to a message that the present window holds stays in
 * it; anything else opens a window of its own, or finds the one that was left.
 */
function useShownStart(dialogId: DialogId, place: Place): WindowStart {
  const client = usePortal()
  const queryClient = useQueryClient()
  const shown = useRef<{ readonly entry: string; readonly start: WindowStart } | null>(null)
  const has = (start: WindowStart, id: MessageId) => windowHolds(queryClient, client, dialogId, start, id)
  if (shown.current?.entry !== place.entry) {
    const wanted = place.anchor?.id ?? place.target
    const stays = shown.current !== null && place.anchor === null && place.target !== null && has(shown.current.start, place.target)
    const before = shown.current?.start
    let start = stays && before ? before : place.start
    // A window that has gone from memory, or has moved on: around the message itself.
    if (!stays && place.anchor && wanted !== null && !has(start, wanted)) start = { at: 'around', id: wanted }
    shown.current = { entry: place.entry, start }
  }
  return shown.current.start
}
