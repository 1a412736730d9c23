import { useEffect, useMemo } from 'react'
import { useFindOpen } from '~/dialog/state/find-open'
import { usePaintedWords } from '~/dialog/found-words/use-painted-words'
import { useTimelineMarks } from '~/dialog/state/timeline-marks'
import type { MessageId } from '~/domain/ids'
import { wantedTexts } from '~/domain/search/ask'
import { parseQuery } from '~/domain/search/parse-query'
import type { MessageSearch } from '~/queries/MessageSearch'
import { useCell } from '~/ui/use-cell'
import type { Hit } from './hit.ts'
import type { SearchState } from './SearchState.ts'

/** Marks what was found where the messages are: on the rail, and the words in their texts. What is being found there besides comes first. */
export function MarkedHits({ state }: { readonly state: SearchState }) {
  const { search, typed } = useCell(state.searched)
  const isFinding = useCell(useFindOpen())
  return search && !isFinding && <Marked search={search} typed={typed} />
}

function Marked({ search, typed }: { readonly search: MessageSearch<Hit>; readonly typed: string }) {
  const hits = useCell(search.hits)
  const { found } = useTimelineMarks().of
  useEffect(() => found.set(hits.flatMap(({ message }) => message.sentAt ?? [])), [found, hits])
  useEffect(() => () => found.set([]), [found])
  const words = useMemo(() => {
    const ids = new Set(hits.map(({ id }) => id))
    return { phrases: wantedTexts(parseQuery(typed).terms), has: (id: MessageId) => ids.has(id), current: null }
  }, [hits, typed])
  usePaintedWords(words)
  return null
}
