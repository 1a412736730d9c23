import { memo, useEffect, useLayoutEffect } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { useFindOpen } from '~/dialog/state/find-open'
import { useSearchOpen } from '~/dialog/state/search-open'
import { useShownInstead } from '~/dialog/state/shown-instead'
import { watchTimeline } from '~/dialog/state/timeline-view'
import { useHistoryInTurn } from '~/dialog/useHistoryInTurn'
import type { WindowStart } from '~/domain/history/cursor'
import type { History } from '~/domain/history/history'
import { ChatPanelHost } from '~/features/chat-panel/ChatPanelHost'
import { FocusOnArrival } from '~/features/chat-switcher/FocusOnArrival'
import type { LeftPlace, Place } from '~/domain/history/place'
import { DaysHost } from '~/features/go-to-date/DaysHost'
import { DayNote } from '~/features/go-to-date/DayNote'
import { FindHost } from '~/features/find/FindHost'
import { HintHost } from '~/features/hints/HintHost'
import { MediaViewerHost } from '~/features/media-viewer/MediaViewerHost'
import { MessageMenu } from '~/features/message-actions/MessageMenu'
import { PersonCardHost } from '~/features/person-card/PersonCardHost'
import { RailHost } from '~/features/rail/RailHost'
import { SearchHost } from '~/features/search/SearchHost'
import { SelectionBar } from '~/features/selection/SelectionBar'
import { SteppingHost } from '~/features/stepping/SteppingHost'
import { FilterHost } from '~/features/timeline/filtered/FilterHost'
import type { Jump } from '~/features/timeline/useDestination'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { useLeftPlaces } from './location/use-left-places.ts'
import { useSearchAddress } from './location/use-search-address.ts'
import type { ReadAnchor } from './location/useAppLocation.ts'

interface DialogOverlaysProps {
  readonly start: WindowStart
  readonly place: Place
  /** Undefined while the messages are loading. */
  readonly history: History | undefined
  /** Filled with a function that returns the reader's position. */
  readonly readAnchor: ReadAnchor
  readonly onJump: Jump
  /** The reader has stopped scrolling. */
  readonly onRest: () => void
}

/** What lies over the messages of one dialog, or beside them: cards, menus, the selection, the panel, the viewer. */
export function DialogOverlays({ history, onJump, ...props }: DialogOverlaysProps) {
  const shown = useHistoryInTurn(props.start, props.place, history)
  return <Overlays {...props} history={shown} onJump={useStableCallback(onJump)} />
}

const Overlays = memo(function Overlays({ start, place, history, readAnchor, onJump, onRest }: DialogOverlaysProps) {
  const dialog = useDialog()
  const { timeline, panelOpen, viewedMediaItem, viewedPdf, shownPerson, selection } = dialog
  const instead = useShownInstead(dialog, place.entry)
  const alone = instead?.timeline.loaded
  const shown = alone ? alone.history : history
  useReadAnchor(readAnchor, start, instead?.left)
  useKeptPlace(start, place.entry)
  const asked = useSearchAddress(place.entry)
  // They belong to the messages of one window; the panel is about the dialog. `start` may be a new object for the same window.
  const shownWindow = JSON.stringify(alone ? instead.timeline.destination.start : start)
  useEffect(
    () => () => {
      for (const open of [viewedMediaItem, viewedPdf, shownPerson, selection]) open.set(null)
    },
    [viewedMediaItem, viewedPdf, shownPerson, selection, shownWindow],
  )
  useEffect(() => watchTimeline(timeline, () => timeline.get()?.speed === 'rest' && onRest()), [timeline, onRest])
  // What the reader scrolls beside is an entry of the browser's history: the place is that of the one before, too.
  const beside = [useCell(panelOpen), useCell(useSearchOpen()), useCell(useFindOpen()), useCell(selection) !== null].includes(true)
  useEffect(onRest, [onRest, beside])
  const onBeginning = () => onJump(null, { at: 'oldest' })
  return (
    <>
      <RailHost
        history={history}
        shown={shown}
        onBeginning={onBeginning}
        onLatest={() => onJump(null, { at: 'newest', visit: Date.now() })}
      />
      <FocusOnArrival />
      <PersonCardHost />
      <HintHost />
      {shown && (
        <>
          <MessageMenu history={shown} />
          <SelectionBar history={shown} />
          <MediaViewerHost start={start} />
          <DaysHost onBeginning={onBeginning} />
          {history && <DayNote place={place} history={history} />}
        </>
      )}
      <SteppingHost />
      <FindHost history={shown} entry={place.entry} />
      <FilterHost place={place} start={start} history={history} />
      <ChatPanelHost history={history} />
      <SearchHost entry={place.entry} asked={asked} />
    </>
  )
})

/** Tells where the reader is among all messages, whether these are shown or not. @param left where that was when others took their place */
function useReadAnchor(readAnchor: ReadAnchor, start: WindowStart, left: LeftPlace | undefined): void {
  const { timeline } = useDialog()
  useLayoutEffect(() => {
    readAnchor.current = () => {
      const view = timeline.get()
      return left ?? (view && { start, anchor: view.anchor() })
    }
    return () => {
      readAnchor.current = null
    }
  }, [readAnchor, timeline, start, left])
}

/** Remembers where the reader is among all messages whenever they stop scrolling, for when they come back to the chat. */
function useKeptPlace(start: WindowStart, entry: string): void {
  const { id, timeline, instead } = useDialog()
  const places = useLeftPlaces()
  useEffect(
    () =>
      watchTimeline(timeline, () => {
        const view = timeline.get()
        if (view?.speed !== 'rest') return
        // Asked now: the list of what is shown alone is heard of before this is told of it.
        const shown = instead.get()
        const alone = shown?.entry === entry && shown.timeline.loaded !== undefined ? shown.left : undefined
        places.keep(id, alone ?? (view.atEnd ? null : { start, anchor: view.anchor() }))
      }),
    [id, timeline, instead, places, start, entry],
  )
}
