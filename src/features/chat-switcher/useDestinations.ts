import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ChatSummary } from '~/domain/chat'
import { foldName, nameFit } from '~/lib/text/fold-name'
import { chatsAndPeopleQuery, recentChatsQuery, searchedFor } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'

/** The portal is asked once nothing has been typed for so long, ms. */
const REST_MS = 120
/** More than anybody looks through. */
const MOST = 60

/** Where one can go, and what there is to say of the rest. */
export interface Destinations {
  readonly chats: readonly ChatSummary[]
  /** More of them may come. */
  readonly waiting: boolean
  readonly failure: { readonly error: unknown; readonly retry: () => void } | null
}

/** What has been typed, once no more is typed. */
function useRested(typed: string): string {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), REST_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return rested
}

/**
 * The recent chats that match, at once; and below them, so that nothing moves that has been shown, what the portal finds. What it has found for the
 * beginning of a word stays for as long as it matches the rest.
 */
export function useDestinations(wanted: string): Destinations {
  const client = usePortal()
  const recent = useInfiniteQuery(recentChatsQuery(client))
  const asked = useRested(wanted)
  const search = useQuery({ ...chatsAndPeopleQuery(client, asked), placeholderData: keepPreviousData })
  const folded = foldName(wanted)
  const fitOf = ({ title }: ChatSummary) => nameFit(foldName(title), folded)
  const searches = searchedFor(wanted) !== 'nothing'
  // The portal looks for titles in ways of its own, too.
  const isAnswered = asked === wanted && !search.isPlaceholderData
  const found = searches ? (search.data ?? []).filter((chat) => isAnswered || fitOf(chat) !== null) : []
  // Those that begin with it first; among them the latest.
  const known = [0, 1, 2].flatMap((fit) => (recent.data ?? []).filter((chat) => fitOf(chat) === fit))
  const listed = new Set(known.map(({ dialogId }) => dialogId))
  const failed = searches && search.error ? search : recent.data ? null : recent.error ? recent : null
  return {
    chats: [...known, ...found.filter(({ dialogId }) => !listed.has(dialogId))].slice(0, MOST),
    waiting: recent.isPending || (searches && (asked !== wanted || search.isFetching)),
    failure: failed ? { error: failed.error, retry: () => void failed.refetch() } : null,
  }
}
