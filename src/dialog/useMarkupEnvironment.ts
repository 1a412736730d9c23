import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import type { MarkupEnvironment } from '~/bbcode/view/MarkupContext'
import type { History } from '~/domain/history/history'
import { coversUsers } from '~/domain/people/people'
import { ownIdQuery, peopleQuery } from '~/queries/people'
import { usePortal } from '~/queries/portal-context'
import { useDisplay } from './state/display.ts'
import type { OpenDialog } from './state/OpenDialog.ts'
import { quotedTime } from './quoted-time.tsx'

/** The surroundings that the markup of a dialog's messages needs. */
export function useMarkupEnvironment({ showPerson }: OpenDialog, history: History | undefined): MarkupEnvironment {
  const client = usePortal()
  const { richMarkup, showExternalImages } = useDisplay()
  const { data: people } = useQuery(peopleQuery(client))
  const { data: ownId } = useQuery({ ...ownIdQuery(client), enabled: history !== undefined })

  // Each page brings its people again, usually the same ones; rendering every row again for that would cost a frame.
  const known = useRef(history?.users)
  if (history && !(known.current && coversUsers(known.current, history.users))) known.current = history.users
  const users = known.current
  return useMemo(
    () => ({
      portal: client.portal,
      ownId: ownId ?? null,
      richMarkup,
      showExternalImages,
      findUser: (id) => users?.get(id) ?? people?.[id] ?? undefined,
      quotedTime,
      showPerson,
    }),
    [client.portal, ownId, richMarkup, showExternalImages, users, people, showPerson],
  )
}
