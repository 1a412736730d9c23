import { useState } from 'react'
import type { History } from '~/domain/history/history'
import { useIsAtLeast } from '~/ui/use-is-at-least'
import { Rail } from './Rail.tsx'
import styles from './Rail.module.css'
import { useRailData } from './useRailData.ts'

/** From this width on there is room for the rail beside the messages, px; as in its styles. */
const ROOM = 560

interface RailHostProps {
  /** Undefined while another window loads. */
  readonly history: History | undefined
  /** What is in the list: some of its messages may be shown alone. */
  readonly shown: History | undefined
  readonly onBeginning: () => void
  readonly onLatest: () => void
}

/** The rail, over the right edge of the messages, once there is something to show. */
export function RailHost({ history: window, shown, ...ends }: RailHostProps) {
  // It stays, and so does the focus on it, while what was gone to is not there yet.
  const [history, keep] = useState(window)
  if (window && window !== history) keep(window)
  return history && <RailLayer history={history} shown={shown ?? history} {...ends} />
}

function RailLayer({ history, ...props }: RailHostProps & { readonly history: History; readonly shown: History }) {
  const [layer, setLayer] = useState<HTMLElement | null>(null)
  const hasRoom = useIsAtLeast(layer?.parentElement ?? null, ROOM)
  const data = useRailData(history, hasRoom)
  return (
    <div ref={setLayer} className={styles.layer}>
      {data && layer && <Rail layer={layer} data={data} history={history} {...props} />}
    </div>
  )
}
