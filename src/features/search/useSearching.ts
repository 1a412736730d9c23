import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { useDialog } from '~/dialog/DialogContext'
import { useFindUser } from '~/dialog/use-find-user'
import { askOf, isTooShort } from '~/domain/search/ask'
import { parseQuery } from '~/domain/search/parse-query'
import type { SearchQuery } from '~/domain/search/query'
import { dayAt } from '~/lib/time/clock'
import { MessageSearch } from '~/queries/MessageSearch'
import { ownIdQuery } from '~/queries/people'
import { usePortal } from '~/queries/portal-context'
import { useClock } from '~/ui/clock'
import { useLanguage, useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import { useStableCallback } from '~/ui/use-stable-callback'
import { hitFinder } from './hit.ts'
import { useSearchState } from './SearchState.ts'

/** After the last letter, ms: a word that is being typed is not worth a request. */
const TYPING_MS = 300
const DAY_MS = 86_400_000
/** How far clocks are from UTC at most, ms: which days messages belong to is decided here, on the reader's. */
const FARTHEST_MS = 14 * 3_600_000

interface Searching {
  readonly typed: string
  readonly query: SearchQuery
  /** All that is looked for is too short for the portal. */
  readonly tooShort: boolean
  /** Searches at once. */
  readonly begin: () => void
  /** Searches for what is too short as well: by reading all messages. */
  readonly readAll: () => void
}

/** What stands in the box, and the search for it, which begins when the reader stops typing. */
export function useSearching(): Searching {
  const state = useSearchState()
  const typed = useCell(state.typed)
  const query = useMemo(() => parseQuery(typed), [typed])
  const tooShort = isTooShort(query.terms)
  const makeSearch = useMakeSearch()
  const search = useStableCallback((force: boolean) => {
    if (state.searched.get().typed === typed && !force) return
    const isQuery = query.terms.length > 0 && query.problems.length === 0 && (force || !tooShort)
    state.search(typed, isQuery ? makeSearch(query) : null)
  })
  useEffect(() => {
    if (state.searched.get().typed === typed) return
    // Nobody waits any more for what was looked for before.
    state.stop()
    const timer = setTimeout(() => search(false), TYPING_MS)
    return () => clearTimeout(timer)
  }, [state, typed, search])
  return { typed, query, tooShort, begin: () => search(false), readAll: () => search(true) }
}

function useMakeSearch() {
  const queryClient = useQueryClient()
  const client = usePortal()
  const { id: dialogId } = useDialog()
  const findUser = useFindUser()
  const t = useText()
  const language = useLanguage()
  const clock = useClock()
  return ({ terms }: SearchQuery) => {
    const { phrase, since, until } = askOf(terms)
    const ownId = ownIdQuery(client)
    const asksForOwn = terms.some((term) => term.kind === 'is' && term.what === 'mine')
    return new MessageSearch(
      { queryClient, client, dialogId },
      {
        phrase,
        days: { since, until },
        since: since === null ? null : Date.parse(`${since}T00:00:00Z`) - FARTHEST_MS,
        until: until === null ? null : Date.parse(`${until}T00:00:00Z`) + DAY_MS + FARTHEST_MS,
        ...(asksForOwn && { prepare: () => queryClient.ensureQueryData(ownId) }),
        hitOf: hitFinder(terms, {
          words: { findUser, t, language, clock },
          dayOf: ({ sentAt, utcOffset }) => (sentAt === null ? null : dayAt(sentAt, clock.offsetAt(sentAt, utcOffset))),
          ownId: () => queryClient.getQueryData(ownId.queryKey) ?? null,
        }),
      },
    )
  }
}
