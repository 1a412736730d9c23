import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { PlacementTarget } from '~/domain/portal/placement'
import { crmChatQuery } from '~/queries/crm-chat'
import type { RestClient } from '~/rest/client/client'
import { keepingQuery } from './keeping-query.ts'
import type { AppNavigation } from './useAppLocation.ts'

export type CrmState = null | 'loading' | 'none' | 'nameless' | { readonly error: unknown; readonly retry: () => void }

/** Takes the app where its placement points: to a dialog, or to the chat of a CRM entity. */
export function usePlacementTarget(client: RestClient, target: PlacementTarget, { location, replace }: AppNavigation): CrmState {
  const there = location.dialogId !== null
  const entityId = target.kind === 'crm' ? target.entityId : null
  const chat = useQuery({ ...crmChatQuery(client, entityId ?? ''), enabled: entityId !== null && !there })
  const taken = useRef(false)
  useEffect(() => {
    if (there || taken.current) return
    const destination = target.kind === 'dialog' ? target : chat.data ? { dialogId: chat.data } : null
    if (!destination) return
    taken.current = true
    // What the address says besides, as where a link leads to a day; a message is more exact.
    const day = 'messageId' in destination && destination.messageId !== null ? null : location.day
    keepingQuery(() => replace({ ...destination, day }))
  }, [there, target, chat.data, location.day, replace])
  if (there) return null
  if (target.kind === 'crm-nameless') return 'nameless'
  if (entityId === null) return null
  if (chat.error) return { error: chat.error, retry: () => void chat.refetch() }
  return chat.isPending ? 'loading' : chat.data === null ? 'none' : null
}
