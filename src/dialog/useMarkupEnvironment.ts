import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { MarkupEnvironment } from '~/bbcode/view/MarkupContext'
import type { History } from '~/domain/history/history'
import { UserFinder } from '~/domain/people/UserFinder'
import { ownIdQuery, peopleQuery } from '~/queries/people'
import { usePortal } from '~/queries/portal-context'
import { useDisplay } from './state/display.ts'
import type { OpenDialog } from './state/OpenDialog.ts'
import { quotedTime } from './quoted-time.tsx'

/** The surroundings that the markup of a dialog's messages needs. */
export function useMarkupEnvironment({ showPerson, timeline }: OpenDialog, history: History | undefined): MarkupEnvironment {
  const client = usePortal()
  const { richMarkup, showExternalImages } = useDisplay()
  const { data: people } = useQuery(peopleQuery(client))
  const { data: ownId } = useQuery({ ...ownIdQuery(client), enabled: history !== undefined })

  const [finder] = useState(() => new UserFinder())
  const users = history?.users
  const findUser = useMemo(() => finder.among(users, people), [finder, users, people])
  return useMemo(
    () => ({
      portal: client.portal,
      ownId: ownId ?? null,
      richMarkup,
      showExternalImages,
      timeline,
      findUser,
      quotedTime,
      showPerson,
    }),
    [client.portal, ownId, richMarkup, showExternalImages, timeline, findUser, showPerson],
  )
}
