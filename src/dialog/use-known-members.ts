import { useInfiniteQuery } from '@tanstack/react-query'
import type { User } from '~/domain/people/user'
import { membersQuery } from '~/queries/members'
import { usePortal } from '~/queries/portal-context'
import { useDialog } from './state/DialogContext.ts'

const NOBODY: readonly User[] = []

/** The members of the dialog as far as the panel has loaded them; asks for nobody by itself. */
export function useKnownMembers(): readonly User[] {
  const { data } = useInfiniteQuery({ ...membersQuery(usePortal(), useDialog().id), enabled: false })
  return data ?? NOBODY
}
