import { infiniteQueryOptions, type InfiniteData } from '@tanstack/react-query'
import type { DialogId } from '~/domain/ids'
import type { User } from '~/domain/people/user'
import type { RestClient } from '~/rest/client/client'
import { loadMembers, type MembersPage } from '~/rest/methods/members'

/** Pages may overlap when members come or go meanwhile. */
const selectMembers = (data: InfiniteData<MembersPage, number>): User[] => [
  ...new Map(data.pages.flatMap(({ members }) => members.map((member) => [member.id, member] as const))).values(),
]

/** Whether the last page has somebody whom those before it have not: a portal that ignores the offset would be asked for ever. */
const bringsNew = (pages: readonly MembersPage[]): boolean => {
  const known = new Set(pages.slice(0, -1).flatMap(({ members }) => members.map(({ id }) => id)))
  return known.size === 0 || (pages.at(-1)?.members.some(({ id }) => !known.has(id)) ?? false)
}

/** The members of a dialog. */
export const membersQuery = (client: RestClient, dialogId: DialogId) =>
  infiniteQueryOptions({
    queryKey: [client.portal, 'members', dialogId],
    queryFn: ({ pageParam, signal }) => loadMembers(client, dialogId, pageParam, { signal }),
    initialPageParam: 0,
    getNextPageParam: (page: MembersPage, pages: MembersPage[]) => (bringsNew(pages) ? page.next : null),
    select: selectMembers,
    staleTime: 5 * 60_000,
  })
