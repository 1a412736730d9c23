import { useEffect } from 'react'
import type { History } from '~/domain/history/history'
import { useDialog } from '~/dialog/DialogContext'
import { useClosesOnBack } from '~/dialog/use-closes-on-back'
import { lazyPart } from '~/ui/deferred/lazy-part'
import { PartBoundary } from '~/ui/deferred/PartBoundary'
import { useCell } from '~/ui/use-cell'
import { useAttachmentIndex } from './useAttachmentIndex.ts'

const Panel = lazyPart(() => import('./Panel.tsx').then((part) => part.Panel))

/** Feeds the panel's index for as long as the dialog is open, and mounts the panel. */
export function ChatPanelHost({ history }: { readonly history: History }) {
  const { panelOpen } = useDialog()
  const index = useAttachmentIndex()
  const open = useCell(panelOpen)
  useClosesOnBack(open, () => panelOpen.set(false), { stays: true })
  useEffect(() => index.add(history.messages, history.files, history.newer === null), [index, history])
  return open ? (
    <PartBoundary>
      <Panel />
    </PartBoundary>
  ) : null
}
