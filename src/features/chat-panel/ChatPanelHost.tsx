import { useEffect } from 'react'
import type { History } from '~/domain/history'
import { useDialog } from '~/dialog/DialogContext'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { useCell } from '~/ui/use-cell'
import { useAttachmentIndex } from './useAttachmentIndex.ts'

const panelPart = new DeferredModule(() => import('./Panel.tsx'))

/** Feeds the panel's index for as long as the dialog is open, and mounts the panel. */
export function ChatPanelHost({ history }: { readonly history: History }) {
  const { panelOpen } = useDialog()
  const index = useAttachmentIndex()
  const open = useCell(panelOpen)
  useEffect(() => index.add(history.messages, history.files), [index, history])
  return open ? <Deferred part={panelPart}>{({ Panel }) => <Panel />}</Deferred> : null
}
