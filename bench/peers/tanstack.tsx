import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef } from 'react'
import { BUFFER_PX, indexOf, PREFETCH_ROWS, ROW_PX, showPeer, useMessages, type ListProps } from './page.tsx'
import { Row } from './Row.tsx'

/** The library's own recipe for chats. */
function List({ store }: ListProps) {
  const messages = useMessages(store)
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: messages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => messages[index]?.id ?? index,
    overscan: Math.round(BUFFER_PX / ROW_PX),
    // The negative control keeps no place at all.
    ...(new URLSearchParams(location.search).has('unanchored') ? {} : { anchorTo: 'end' as const }),
    onChange: (instance) => {
      if ((instance.range?.startIndex ?? Infinity) < PREFETCH_ROWS) queueMicrotask(() => void store.older())
    },
  })
  useLayoutEffect(() => {
    virtualizer.scrollToIndex(indexOf(store), { align: store.target === null ? 'end' : 'start' })
  }, [store, virtualizer])
  // Prepending while a jump is settling would make it aim at another row.
  const oldest = messages[0]?.id
  const aimed = useRef(oldest)
  useLayoutEffect(() => {
    if (aimed.current !== oldest) virtualizer.cancelScroll()
    aimed.current = oldest
  }, [oldest, virtualizer])
  return (
    <div ref={scroller} data-testid="message-list" style={{ overflowAnchor: 'none' }}>
      <div style={{ height: virtualizer.getTotalSize(), position: 'relative' }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const message = messages[index]
          return (
            message && (
              <div
                key={key}
                ref={virtualizer.measureElement}
                data-index={index}
                style={{ position: 'absolute', insetInline: 0, transform: `translateY(${start}px)` }}
              >
                <Row message={message} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

showPeer(List)
