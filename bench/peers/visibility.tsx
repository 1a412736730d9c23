import { useLayoutEffect, useRef } from 'react'
import { indexOf, PREFETCH_PX, ROW_PX, showPeer, useMessages, type ListProps } from './page.tsx'
import { Row } from './Row.tsx'

/** No virtualization: every row is mounted, and the browser skips painting those out of sight. */
function List({ store }: ListProps) {
  const messages = useMessages(store)
  const scroller = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const row = scroller.current?.children[indexOf(store)]
    row?.scrollIntoView({ block: store.target === null ? 'end' : 'start' })
  }, [store])
  return (
    <div
      ref={scroller}
      data-testid="message-list"
      onScroll={({ currentTarget }) => currentTarget.scrollTop < PREFETCH_PX && void store.older()}
    >
      {messages.map((message) => (
        <div key={message.id} style={{ contentVisibility: 'auto', containIntrinsicSize: `auto ${ROW_PX}px` }}>
          <Row message={message} />
        </div>
      ))}
    </div>
  )
}

showPeer(List)
