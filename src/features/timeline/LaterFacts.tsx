import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import type { History } from '~/domain/history/history'
import { lookUpPeople } from '~/queries/look-up-people'
import { usePortal } from '~/queries/portal-context'
import { useEnrichment } from './useEnrichment.ts'

/** Renders nothing: loads what pages of messages lack, which is reactions, origins, replies and people who wrote none of them. */
export function LaterFacts({ history }: { readonly history: History }) {
  const client = usePortal()
  const queryClient = useQueryClient()
  useEnrichment(useDialog().id, history)
  useEffect(() => void lookUpPeople(queryClient, client, history), [history, queryClient, client])
  return null
}
