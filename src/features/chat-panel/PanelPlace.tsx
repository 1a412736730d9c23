import { useEffect } from 'react'
import type { History } from '~/domain/history'
import type { DialogId } from '~/domain/ids'
import { attachmentIndexOf } from '~/queries/AttachmentIndex'
import { usePortal } from '~/queries/portal-context'
import { Deferred } from '~/ui/deferred/Deferred'
import { DeferredModule } from '~/ui/deferred/DeferredModule'
import { useCell } from '~/ui/use-cell'
import { panelOpen } from './panel-state.ts'

const panelPart = new DeferredModule(() => import('./Panel.tsx'))

/** Keeps what was read for the panel, and the panel's place. */
export function PanelPlace({ dialogId, history }: { readonly dialogId: DialogId; readonly history: History }) {
  const client = usePortal()
  const open = useCell(panelOpen)
  useEffect(() => attachmentIndexOf(client, dialogId).add(history.messages, history.files), [client, dialogId, history])
  return open ? <Deferred part={panelPart}>{({ Panel }) => <Panel dialogId={dialogId} />}</Deferred> : null
}
