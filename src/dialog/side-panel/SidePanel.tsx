import { useMemo, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import type { Returning } from '~/navigation/BackStack'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useCell } from '~/ui/use-cell'
import { useIsAtLeast } from '~/ui/use-is-at-least'
import { useStableCallback } from '~/ui/use-stable-callback'
import { useDialog } from '../state/DialogContext.ts'
import { useClosesOnBack } from '../use-closes-on-back.ts'
import { PanelColumn, PanelSheet, type PanelFrameProps } from './PanelFrame.tsx'

/** From this width on there is room for the messages and a panel side by side, px: each is then as wide as a phone. */
const ROOM_FOR_BOTH = 700

interface SidePanelProps extends Omit<PanelFrameProps, 'opener'> {
  readonly open: boolean
  /** The address itself has opened it: Back leads away from that. */
  readonly ofAddress?: boolean
  /** It has opened by itself, and leaves the focus where it is. */
  readonly returned?: boolean
  /** Whether it is opened again in its own entry of the browser's history; see `useClosesOnBack`. */
  readonly returning?: Returning
  /** Over the messages it makes way for what is gone to, and is there again on the way back. */
  readonly comesBack?: boolean
  /** It has made way: open, but not to be seen. */
  readonly aside?: boolean
  /** Something that it lies over is about to be gone to. */
  readonly onLeave: () => void
  /** Shown until its content has loaded. */
  readonly waiting?: ReactNode
}

/** A panel of the dialog: beside the messages where there is room, else over everything. There is one at a time. */
export function SidePanel({
  open,
  ofAddress = false,
  returned = false,
  returning,
  comesBack = false,
  aside = false,
  onClose,
  onLeave,
  waiting,
  children,
  ...labels
}: SidePanelProps) {
  const { beside, hasRoom } = useSideRoom()
  const close = useStableCallback(onClose)
  const leave = useStableCallback(onLeave)
  useClosesOnBack(open && !ofAddress, close, { stays: hasRoom || comesBack, ...(returning && { returning }) })
  const isSeen = open && !aside
  // The frame is another one once there is room all of a sudden, or none any more.
  const opener = useMemo(() => (isSeen && !returned ? document.activeElement : null), [isSeen, returned])
  if (!isSeen || !beside) return null
  const panel = <PartBoundary waiting={waiting}>{children}</PartBoundary>
  const frame = { ...labels, opener, onClose: close }
  // The frame is there at once: what makes room for itself must not do so some time after it was asked for.
  return hasRoom ? (
    createPortal(<PanelColumn {...frame}>{panel}</PanelColumn>, beside)
  ) : (
    <PanelSheet {...frame} onLeave={leave}>
      {panel}
    </PanelSheet>
  )
}

/** Where a panel stands beside the messages, null before that is there; and whether it has room. */
export function useSideRoom(): { readonly beside: HTMLElement | null; readonly hasRoom: boolean } {
  const beside = useCell(useDialog().beside)
  return { beside, hasRoom: useIsAtLeast(beside?.parentElement ?? null, ROOM_FOR_BOTH) }
}
