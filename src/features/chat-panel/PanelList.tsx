import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import styles from './PanelList.module.css'

interface PanelListProps {
  readonly label: string
  readonly keys: readonly string[]
  /** Of every row, px. */
  readonly height: number
  readonly row: (index: number) => ReactNode
}

/** A virtual list of rows of one height. */
export function PanelList({ label, keys, height, row }: PanelListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const virtualizer = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => keys[index] ?? index,
    overscan: 4,
  })
  return (
    <div ref={scroller} className={styles.scroller} tabIndex={0} role="group" aria-label={label}>
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            className={styles.row}
            style={{ height, transform: `translateY(${start}px)` }}
            aria-setsize={keys.length}
            aria-posinset={index + 1}
          >
            {row(index)}
          </li>
        ))}
      </ul>
    </div>
  )
}
