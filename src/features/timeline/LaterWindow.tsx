import { LaterFacts, type LaterFactsProps } from './LaterFacts.tsx'
import { Floating } from './list/Floating.tsx'
import { FirstUnread } from './unread/FirstUnread.tsx'

interface LaterWindowProps extends LaterFactsProps {
  readonly onLatest: () => void
}

/** What comes to a window after its messages: what is learned of them, and what floats over them. */
export function LaterWindow({ onLatest, ...window }: LaterWindowProps) {
  return (
    <>
      <LaterFacts {...window} />
      <Floating view={window.scroller.view} history={window.history} onLatest={onLatest}>
        <FirstUnread history={window.history} />
      </Floating>
    </>
  )
}
