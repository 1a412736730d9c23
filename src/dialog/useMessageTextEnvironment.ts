import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import type { MessageTextEnvironment } from '~/bbcode/view/MessageTextContext'
import type { History } from '~/domain/history'
import type { DialogId } from '~/domain/ids'
import { coversUsers } from '~/domain/people'
import { lookUpPeople } from '~/queries/look-up-people'
import { ownIdQuery, peopleQuery } from '~/queries/people'
import { usePortal } from '~/queries/portal-context'
import { useDisplay } from './display.ts'

/** What rows know of people; looks up whom no page brought. */
export function useMessageTextEnvironment(dialogId: DialogId, history: History | undefined): MessageTextEnvironment {
  const client = usePortal()
  const queryClient = useQueryClient()
  const { extended, pictures } = useDisplay()
  const { data: people } = useQuery(peopleQuery(client))
  const { data: ownId } = useQuery({ ...ownIdQuery(client), enabled: history !== undefined })

  useEffect(() => {
    if (history) void lookUpPeople(queryClient, client, history)
  }, [history, queryClient, client])

  // Each page brings its people anew, mostly the same ones; drawing every row again for that would cost a frame.
  const known = useRef(history?.users)
  if (history && !(known.current && coversUsers(known.current, history.users))) known.current = history.users
  const users = known.current
  return useMemo(
    () => ({
      portal: client.portal,
      dialogId,
      ownId: ownId ?? null,
      extended,
      pictures,
      findUser: (id) => users?.get(id) ?? people?.[id] ?? undefined,
    }),
    [client.portal, dialogId, ownId, extended, pictures, users, people],
  )
}
