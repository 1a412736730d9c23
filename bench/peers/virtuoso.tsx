import { Virtuoso } from 'react-virtuoso'
import { BUFFER_PX, indexOf, PREFETCH_ROWS, ROW_PX, showPeer, useMessages, type ListProps } from './page.tsx'
import { Row } from './Row.tsx'

/** Far more than is ever prepended. */
const FIRST = 10_000_000

function List({ store }: ListProps) {
  const messages = useMessages(store)
  const firstItemIndex = FIRST - store.prepended
  return (
    <Virtuoso
      data={messages}
      firstItemIndex={firstItemIndex}
      initialTopMostItemIndex={{ index: indexOf(store), align: store.target === null ? 'end' : 'start' }}
      increaseViewportBy={BUFFER_PX}
      defaultItemHeight={ROW_PX}
      skipAnimationFrameInResizeObserver
      computeItemKey={(_, message) => message.id}
      rangeChanged={({ startIndex }) => {
        if (startIndex - firstItemIndex < PREFETCH_ROWS) void store.older()
      }}
      scrollerRef={(element) => (element as HTMLElement | null)?.setAttribute('data-testid', 'message-list')}
      itemContent={(_, message) => <Row message={message} />}
    />
  )
}

showPeer(List)
