import { useEffect } from 'react'
import type { History } from '~/domain/history'
import { useDialog } from '~/dialog/DialogContext'
import { attachmentIndexOf } from '~/queries/AttachmentIndex'
import { usePortal } from '~/queries/portal-context'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { useCell } from '~/ui/use-cell'

const panelPart = new DeferredModule(() => import('./Panel.tsx'))

/** Keeps what was read for the panel, and the panel's place. */
export function ChatPanelHost({ history }: { readonly history: History }) {
  const client = usePortal()
  const { id: dialogId, panelOpen } = useDialog()
  const open = useCell(panelOpen)
  useEffect(() => attachmentIndexOf(client, dialogId).add(history.messages, history.files), [client, dialogId, history])
  return open ? <Deferred part={panelPart}>{({ Panel }) => <Panel />}</Deferred> : null
}
