import { useLayoutEffect, useRef } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import { BUFFER_PX, indexOf, PREFETCH_ROWS, ROW_PX, showPeer, useMessages, type ListProps } from './page.tsx'
import { Row } from './Row.tsx'

function List({ store }: ListProps) {
  const messages = useMessages(store)
  const list = useRef<VirtualizerHandle>(null)
  const first = useRef(messages[0]?.id)
  const shift = first.current !== messages[0]?.id
  useLayoutEffect(() => {
    first.current = messages[0]?.id
  })
  useLayoutEffect(() => {
    list.current?.scrollToIndex(indexOf(store), { align: store.target === null ? 'end' : 'start' })
  }, [store])
  return (
    <div data-testid="message-list" style={{ overflowAnchor: 'none' }}>
      <Virtualizer
        ref={list}
        shift={shift}
        bufferSize={BUFFER_PX}
        itemSize={ROW_PX}
        onScroll={(offset) => {
          if ((list.current?.findItemIndex(offset) ?? Infinity) < PREFETCH_ROWS) void store.older()
        }}
      >
        {messages.map((message) => (
          <Row key={message.id} message={message} />
        ))}
      </Virtualizer>
    </div>
  )
}

showPeer(List)
