import { useEffect } from 'react'
import type { History } from '~/domain/history'
import type { DialogId } from '~/domain/ids'
import { collectionOf } from '~/queries/collection'
import { usePortal } from '~/queries/portal-context'
import { Loaded } from '~/ui/deferred/Loaded'
import { Part } from '~/ui/deferred/part'
import { useCell } from '~/ui/use-cell'
import { panelOpen } from './panel-state.ts'

const panelPart = new Part(() => import('./Panel.tsx'))

/** Keeps what was read for the panel, and the panel's place. */
export function PanelPlace({ dialogId, history }: { readonly dialogId: DialogId; readonly history: History }) {
  const client = usePortal()
  const open = useCell(panelOpen)
  useEffect(() => collectionOf(client, dialogId).add(history.messages, history.files), [client, dialogId, history])
  return open ? <Loaded part={panelPart}>{({ Panel }) => <Panel dialogId={dialogId} />}</Loaded> : null
}
