import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { PlacementTarget } from '~/domain/portal/placement'
import { crmChatQuery } from '~/queries/crm-chat'
import { chatOfClientQuery } from '~/queries/open-lines'
import type { RestClient } from '~/rest/client/client'
import { keepingQuery } from './keeping-query.ts'
import type { AppNavigation } from './useAppLocation.ts'

/**
 * Of what has to be looked up first: `none` where an entity of the CRM has no chat, `nameless` where the portal does not say which entity it
 * is, `hidden` where it does not give the chat of a client.
 */
export type LookUpState = null | 'loading' | 'none' | 'nameless' | 'hidden' | { readonly error: unknown; readonly retry: () => void }

/** Takes the app where its placement points: to a dialog, to the chat of a CRM entity or of a client in an open channel. */
export function usePlacementTarget(client: RestClient, target: PlacementTarget, { location, replace }: AppNavigation): LookUpState {
  const there = location.dialogId !== null
  const entityId = target.kind === 'crm' ? target.entityId : null
  const chat = useQuery({ ...crmChatQuery(client, entityId ?? ''), enabled: entityId !== null && !there })
  const code = target.kind === 'open-line' ? target.code : null
  const ofClient = useQuery({ ...chatOfClientQuery(client, code ?? ''), enabled: code !== null && !there })
  const found = chat.data ?? ofClient.data
  const taken = useRef(false)
  useEffect(() => {
    if (there || taken.current) return
    const destination = target.kind === 'dialog' ? target : found ? { dialogId: found } : null
    if (!destination) return
    taken.current = true
    // What the address says besides, as where a link leads to a day; a message is more exact.
    const day = 'messageId' in destination && destination.messageId !== null ? null : location.day
    keepingQuery(() => replace({ ...destination, day }))
  }, [there, target, found, location.day, replace])
  if (there) return null
  if (target.kind === 'crm-nameless') return 'nameless'
  if (entityId === null && code === null) return null
  const { error, isPending, data, refetch } = entityId === null ? ofClient : chat
  if (error) return { error, retry: () => void refetch() }
  return isPending ? 'loading' : data !== null ? null : entityId === null ? 'hidden' : 'none'
}
