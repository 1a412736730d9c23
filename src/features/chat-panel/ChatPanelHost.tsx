import { useCallback, useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { useDialog } from '~/dialog/DialogContext'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { usePanelState } from '~/dialog/use-panel-state'
import type { History } from '~/domain/history/history'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useCell } from '~/ui/use-cell'
import { PanelColumn, PanelSheet } from './PanelFrame.tsx'
import { useAttachmentIndex } from './useAttachmentIndex.ts'

const Panel = lazyPart(() => import('./Panel.tsx').then((part) => part.Panel))

/** From this width on there is room for the messages and the panel side by side, px: each is then as wide as a phone. */
const ROOM_FOR_BOTH = 700

/**
 * Feeds the panel's index for as long as the dialog is open, and mounts the panel: beside the messages where there is room, else over
 * everything. @param history undefined while a window of messages is loading, which is nothing to the panel
 */
export function ChatPanelHost({ history }: { readonly history: History | undefined }) {
  const { panelOpen, beside: slot } = useDialog()
  const index = useAttachmentIndex()
  const open = useCell(panelOpen)
  const beside = useCell(slot)
  const hasRoom = useIsAtLeast(beside?.parentElement ?? null, ROOM_FOR_BOTH)
  const returned = useReturn(beside !== null, hasRoom)
  const { returning } = usePanelState()
  useClosesOnBack(open, () => panelOpen.set(false), { stays: hasRoom, returning })
  useEffect(() => {
    const leaving = new AbortController()
    if (history) void index.take(history, history.newer === null, leaving.signal)
    return () => leaving.abort()
  }, [index, history])
  // A scan lives as long as its progress can be looked at.
  useEffect(() => panelOpen.subscribe(() => panelOpen.get() || index.stop()), [panelOpen, index])
  useEffect(() => index.stop, [index])
  // The frame is another one once there is room all of a sudden, or none any more.
  const opener = useMemo(() => (open && !returned ? document.activeElement : null), [open, returned])
  if (!open || !beside) return null
  const panel = (
    <PartBoundary>
      <Panel />
    </PartBoundary>
  )
  // The frame is there at once: what makes room for itself must not do so some time after it was asked for.
  return hasRoom ? (
    createPortal(<PanelColumn opener={opener}>{panel}</PanelColumn>, beside)
  ) : (
    <PanelSheet opener={opener}>{panel}</PanelSheet>
  )
}

/**
 * A panel that stood beside the messages when the reader went to another chat stands there when they come back.
 * @param placed whether its place is there, so that it is known whether it has room @returns whether it is open because of that
 */
function useReturn(placed: boolean, hasRoom: boolean): boolean {
  const { panelOpen } = useDialog()
  const { returning } = usePanelState()
  const [returned, setReturned] = useState(false)
  // Before anything is painted: the messages are not drawn wide first.
  useLayoutEffect(() => {
    if (!placed) return
    const note = () => {
      returning.returns = hasRoom && panelOpen.get()
      if (!panelOpen.get()) setReturned(false)
    }
    if (returning.returns && hasRoom && !panelOpen.get()) {
      setReturned(true)
      panelOpen.set(true)
    }
    note()
    return panelOpen.subscribe(note)
  }, [placed, hasRoom, panelOpen, returning])
  return returned
}

/** Whether an element is so wide; @param px */
function useIsAtLeast(element: HTMLElement | null, px: number): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      if (!element) return () => {}
      const observer = new ResizeObserver(changed)
      observer.observe(element)
      return () => observer.disconnect()
    },
    [element],
  )
  return useSyncExternalStore(subscribe, () => element !== null && element.clientWidth >= px)
}
