import { useEffect, useLayoutEffect, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { SidePanel, useSideRoom } from '~/dialog/side-panel/SidePanel'
import { useTimelineMarks } from '~/dialog/state/timeline-marks'
import { usePanelState } from '~/dialog/use-panel-state'
import type { History } from '~/domain/history/history'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { useAttachmentIndex } from './useAttachmentIndex.ts'

const Panel = lazyPart(() => import('./Panel.tsx').then((part) => part.Panel))

/**
 * Feeds the panel's index for as long as the dialog is open, and mounts the panel.
 * @param history undefined while a window of messages is loading, which is nothing to the panel
 */
export function ChatPanelHost({ history }: { readonly history: History | undefined }) {
  const t = useText()
  const { panelOpen } = useDialog()
  const index = useAttachmentIndex()
  const open = useCell(panelOpen)
  const close = () => panelOpen.set(false)
  const { beside, hasRoom } = useSideRoom()
  const returned = useReturn(beside !== null, hasRoom)
  const { returning } = usePanelState()
  useEffect(() => {
    const leaving = new AbortController()
    if (history) void index.take(history, history.newer === null, leaving.signal)
    return () => leaving.abort()
  }, [index, history])
  const { file } = useTimelineMarks().of
  useEffect(() => {
    const mark = () => file.set(index.entries.get().flatMap(({ message, files }) => (files.length > 0 ? (message.sentAt ?? []) : [])))
    mark()
    return index.entries.subscribe(mark)
  }, [index, file])
  // A scan lives as long as its progress can be looked at.
  useEffect(() => panelOpen.subscribe(() => panelOpen.get() || index.stop()), [panelOpen, index])
  useEffect(() => index.stop, [index])
  return (
    <SidePanel
      open={open}
      returned={returned}
      returning={returning}
      label={t('panel.label')}
      closeLabel={t('panel.close')}
      onClose={close}
      onLeave={close}
    >
      <Panel />
    </SidePanel>
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
