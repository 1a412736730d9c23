import { useEffect, useMemo } from 'react'
import { parseMessage } from '~/bbcode/parse/tree'
import { shownText } from '~/bbcode/text/shown-text'
import { useDisplay } from '~/dialog/display'
import { useFindUser } from '~/dialog/use-find-user'
import { foldPhrase } from '~/lib/text/fold-text'
import { useClock } from '~/ui/clock'
import { useLanguage, useText } from '~/ui/i18n'
import { useCell } from '~/ui/use-cell'
import type { FindState } from './FindState.ts'
import type { FoundHits } from './found-hits.ts'

/** The letters of a message's text as they stand on the screen. */
function useShownText(): (source: string) => string {
  const t = useText()
  const language = useLanguage()
  const clock = useClock()
  const findUser = useFindUser()
  const { richMarkup: extended } = useDisplay()
  return useMemo(
    () => (source) => shownText(parseMessage(source, { extended, whole: true }).nodes, { t, language, clock, findUser }),
    [t, language, clock, findUser, extended],
  )
}

/** The hits of what is typed in all that was read of the dialog, and how many messages that are. They follow what is read meanwhile. */
export function useHits({ typed, texts, finding }: FindState): { readonly hits: FoundHits; readonly read: number } {
  const shown = useShownText()
  const phrase = foldPhrase(useCell(typed))
  const version = useCell(texts.version)
  useEffect(() => {
    const stop = new AbortController()
    finding.renew(shown)
    void finding.prepare(stop.signal)
    return () => stop.abort()
  }, [finding, shown])
  useEffect(() => {
    const stop = new AbortController()
    void finding.look(phrase, stop.signal)
    return () => stop.abort()
  }, [finding, phrase, version, shown])
  return { hits: useCell(finding.hits), read: texts.inOrder().length }
}
