import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useDialog } from '~/dialog/state/DialogContext'
import type { HistoryWindow } from '~/dialog/useHistoryWindow'
import { HistoryEnricher } from '~/domain/history/enrichment'
import { factsOf, filteredHistory, type KeptMessage } from '~/domain/history/filtered'
import type { History } from '~/domain/history/history'
import { isPortalError } from '~/domain/portal/portal-error'
import { rememberAnswered } from '~/queries/history/change-enrichment'
import { enrichmentQuery } from '~/queries/history/enrichment'
import type { MessageSearch, SearchProgress } from '~/queries/MessageSearch'
import { usePortal } from '~/queries/portal-context'
import { useCell } from '~/ui/use-cell'

/**
 * What a search finds, as a window of messages that grows by itself as long as the reader reads it and enough is found.
 * @param loaded the window of the dialog in whose place it is shown
 */
export function useFilteredWindow(search: MessageSearch<KeptMessage>, loaded: History | undefined): HistoryWindow {
  const found = useCell(search.hits)
  const progress = useCell(search.progress)
  const history = useFilteredHistory(search, found, progress, loaded)
  const { failure } = progress
  // The beginning of the chat is no message that was found: how far the search goes is said elsewhere.
  const older = failure === null ? 'more' : 'failed'
  return useMemo(() => {
    const goOn = () => void search.goOn()
    return {
      history,
      error: isPortalError(failure) ? failure : null,
      older,
      newer: 'end',
      loading: { get: () => (search.progress.get().searching ? 'older' : null), subscribe: search.progress.subscribe },
      want: (side) => {
        if (side === 'older' && search.progress.get().rests === 'found') goOn()
      },
      retry: goOn,
      reload: goOn,
    }
  }, [search, history, failure, older])
}

function useFilteredHistory(
  search: MessageSearch<KeptMessage>,
  found: readonly KeptMessage[],
  { oldestAt: since, complete }: SearchProgress,
  loaded: History | undefined,
): History {
  const client = usePortal()
  const queryClient = useQueryClient()
  const { id: dialogId } = useDialog()
  const { data: facts } = useQuery(enrichmentQuery(client, dialogId))
  const [enricher] = useState(() => new HistoryEnricher())
  useEffect(() => {
    rememberAnswered(
      { queryClient, client, dialogId },
      found.flatMap(({ answered }) => answered ?? []),
    )
  }, [found, queryClient, client, dialogId])
  return useMemo(() => {
    const brought = { users: loaded?.users ?? new Map(), files: loaded?.files ?? new Map(), facts: new Map(), answered: new Map() }
    const history = filteredHistory(found, loaded, { since, complete }, (message) => search.judge(message, brought))
    return enricher.enrich(history, { ...factsOf(found), ...facts })
  }, [search, found, loaded, since, complete, facts, enricher])
}
