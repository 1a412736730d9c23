import { useMemo } from 'react'
import { useFindUser } from '~/dialog/use-find-user'
import { useKnownMembers } from '~/dialog/use-known-members'
import type { User } from '~/domain/people/user'
import type { PanelItem } from './panel-items.ts'

type FindAuthor = (item: Pick<PanelItem, 'message' | 'author'>) => User | undefined

/** Who has sent an item: as the messages that are read know them, as a member of the chat, or as its own page did. */
export function useFindAuthor(): FindAuthor {
  const findUser = useFindUser()
  const members = useKnownMembers()
  return useMemo(() => {
    const byId = new Map(members.map((member) => [member.id, member]))
    return ({ message: { authorId }, author }) => findUser(authorId) ?? byId.get(authorId) ?? author
  }, [findUser, members])
}
