import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import { isNamed } from '~/domain/search/matches'
import { partAt, type KeyedPart } from '~/domain/search/parse-query'
import type { Condition, SearchQuery } from '~/domain/search/query'
import type { User } from '~/domain/people/user'
import { membersQuery } from '~/queries/members'
import { usePortal } from '~/queries/portal-context'

/** More are not looked through; another letter leaves fewer. */
const MOST = 6

export interface SuggestedPerson {
  readonly user: User
  readonly condition: Condition
}

export interface Suggested {
  /** The part of the query at the caret; null where nothing completes it. */
  readonly part: KeyedPart | null
  readonly people: readonly SuggestedPerson[]
  /** Of the people; −1 for none. */
  readonly active: number
  /** @returns whether a key was meant for the suggestions */
  readonly onKey: (key: string, choose: (condition: Condition) => void) => boolean
}

/** What may complete the part of a query at the caret: people after `from:`, a day after `before:`, `after:` and `on:`. */
export function useSuggestions(query: SearchQuery, typed: string, caret: number): Suggested {
  const found = partAt(query, typed, caret)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const part = found && dismissed === typed ? null : found
  const people = usePeople(part?.key === 'from' ? part : null)
  // Another list has nothing chosen in it.
  const [chosen, setChosen] = useState({ in: '', at: -1 })
  const active = chosen.in === typed && chosen.at < people.length ? chosen.at : -1
  const onKey: Suggested['onKey'] = (key, choose) => {
    if (people.length === 0) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[key]
    const condition = people[active]?.condition
    if (step !== undefined) setChosen({ in: typed, at: (active + step + people.length + (active < 0 && step < 0 ? 1 : 0)) % people.length })
    else if (key === 'Enter' && condition) choose(condition)
    else if (key === 'Escape') setDismissed(typed)
    else return false
    return true
  }
  return { part, people, active, onKey }
}

function usePeople(part: KeyedPart | null): SuggestedPerson[] {
  const members = useAllMembers(part !== null)
  if (part === null) return []
  const matching = members.filter(({ id, name }) => part.value === '' || String(id) === part.value || isNamed(name, part.value))
  const isSaid = matching.length === 1 && [matching[0]?.name, String(matching[0]?.id)].includes(part.value)
  if (isSaid) return []
  return matching.slice(0, MOST).map((user) => {
    const isClear = !user.name.includes('"') && members.filter(({ name }) => isNamed(name, user.name)).length === 1
    return { user, condition: { kind: 'from', name: isClear ? user.name : String(user.id), not: part.not } }
  })
}

const NOBODY: readonly User[] = []

/** The members of the chat, page by page until all are there. */
function useAllMembers(enabled: boolean): readonly User[] {
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = useInfiniteQuery({
    ...membersQuery(usePortal(), useDialog().id),
    enabled,
  })
  useEffect(() => {
    if (enabled && hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [enabled, hasNextPage, isFetching, isError, fetchNextPage])
  return data ?? NOBODY
}
