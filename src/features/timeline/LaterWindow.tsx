import { memo, useCallback } from 'react'
import { useBringsIntoView, type BringIntoView } from '~/dialog/bring-into-view'
import { useDialog } from '~/dialog/state/DialogContext'
import { useShownInstead } from '~/dialog/state/shown-instead'
import { useHistoryInTurn } from '~/dialog/useHistoryInTurn'
import { useStableCallback } from '~/ui/use-stable-callback'
import { FilteredFacts } from './filtered/FilteredFacts.tsx'
import { LaterFacts, type LaterFactsProps } from './LaterFacts.tsx'
import { Floating } from './list/Floating.tsx'
import { FirstUnread } from './unread/FirstUnread.tsx'

interface LaterWindowProps extends LaterFactsProps {
  readonly onLatest: () => void
}

/** What comes to a window after its messages: what is learned of them, and what floats over them. */
export function LaterWindow({ history, onLatest, ...props }: LaterWindowProps) {
  const shown = useHistoryInTurn(props.start, props.place, history)
  return <Around {...props} history={shown} onLatest={useStableCallback(onLatest)} />
}

const Around = memo(function Around({ onLatest, ...window }: LaterWindowProps) {
  const { scroller, place, history } = window
  const instead = useShownInstead(useDialog(), place.entry)
  const alone = instead?.timeline.loaded
  const bring = useCallback<BringIntoView>(
    (to) => scroller.update({ type: 'jump', to: { at: 'message', ...to }, smooth: false }),
    [scroller],
  )
  useBringsIntoView(bring)
  return (
    <>
      {alone ? <FilteredFacts scroller={scroller} history={history} /> : <LaterFacts {...window} />}
      <Floating view={scroller.view} history={history} onLatest={onLatest}>
        {!alone && <FirstUnread history={history} />}
      </Floating>
    </>
  )
})
