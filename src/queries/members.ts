import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query'
import type { DialogId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import type { RestClient } from '~/rest/client/client'
import { loadMembers, type MembersPage } from '~/rest/methods/members'

const selectMembers = (data: InfiniteData<MembersPage, number>): User[] => data.pages.flatMap(({ members }) => members)

/** The members of a dialog. */
export const membersQuery = (client: RestClient, dialogId: DialogId) =>
  infiniteQueryOptions({
    queryKey: [client.portal, 'members', dialogId],
    queryFn: ({ pageParam, signal }) => loadMembers(client, dialogId, pageParam, { signal }),
    initialPageParam: 0,
    getNextPageParam: (page: MembersPage) => page.next,
    select: selectMembers,
    staleTime: 5 * 60_000,
  })
