import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { PanelTab } from '~/dialog/state/panel-state'
import { usePanelState } from '~/dialog/use-panel-state'
import { useCell } from '~/ui/use-cell'
import { linesOf, type PanelSection } from './panel-lines.ts'
import styles from './PanelList.module.css'

interface PanelListProps {
  readonly tab: PanelTab
  readonly label: string
  readonly sections: readonly PanelSection[]
  /** Of every row, px at the usual size of type. */
  readonly height: number
  /** @param index of all rows, headings not counted */
  readonly row: (index: number) => ReactNode
}

/** Of a heading, px. */
const HEADING = 40

/** A virtual list of rows of one height, some with headings; it is found scrolled as it was left. */
export function PanelList({ tab, label, sections, height, row }: PanelListProps) {
  const { scrolled } = usePanelState()
  const scroller = useRef<HTMLDivElement>(null)
  useTopOfWhatIsFound(scroller)
  const lines = linesOf(sections)
  const [typeScale] = useState(() => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16)
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (lines[at]?.row ? height : HEADING) * typeScale,
    getItemKey: (at) => lines[at]?.key ?? at,
    initialOffset: () => scrolled.get(tab) ?? 0,
    overscan: 4,
  })
  const mounted = virtualizer.getVirtualItems().flatMap(({ index, start, size }) => {
    const line = lines[index]
    return line ? [{ ...line, style: { height: size, transform: `translateY(${start}px)` } }] : []
  })
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      tabIndex={0}
      role="group"
      aria-label={label}
      onScroll={({ currentTarget }) => scrolled.set(tab, currentTarget.scrollTop)}
    >
      <div className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {sections.map(({ heading, keys }, at) => {
          const inSight = mounted.filter(({ section }) => section === at)
          const rows = inSight.flatMap(({ row: place, ...line }) => (place ? [{ ...line, ...place }] : []))
          return (
            inSight.length > 0 && (
              <section key={keys[0]} aria-label={heading ?? undefined}>
                {heading !== null && !inSight[0]?.row && (
                  <h2 className={styles.heading} style={inSight[0]?.style}>
                    {heading}
                  </h2>
                )}
                {rows.length > 0 && (
                  <ul>
                    {rows.map(({ key, index, position, style }) => (
                      <li key={key} className={styles.row} style={style} aria-setsize={keys.length} aria-posinset={position}>
                        {row(index)}
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            )
          )
        })}
      </div>
    </div>
  )
}

/** Whatever is looked for is shown from its beginning. */
function useTopOfWhatIsFound(scroller: RefObject<HTMLElement | null>): void {
  const find = useCell(usePanelState().find)
  const shown = useRef(find)
  useEffect(() => {
    if (shown.current !== find) scroller.current?.scrollTo({ top: 0 })
    shown.current = find
  }, [find, scroller])
}
