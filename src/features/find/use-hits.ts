import { useEffect, useMemo } from 'react'
import { parseMessage } from '~/bbcode/parse/tree'
import { shownText } from '~/bbcode/text/shown-text'
import { useDialog } from '~/dialog/state/DialogContext'
import { useDisplay } from '~/dialog/state/display'
import { watchTimeline } from '~/dialog/state/timeline-view'
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

/** Prepares what was read whenever the reader has stopped scrolling, so that it can be looked through at once. */
export function usePreparedTexts({ finding }: FindState): void {
  const shown = useShownText()
  const { timeline } = useDialog()
  useEffect(() => finding.renew(shown), [finding, shown])
  useEffect(() => {
    const leaving = new AbortController()
    const unwatch = watchTimeline(timeline, () => {
      if (timeline.get()?.speed === 'rest') void finding.prepare(leaving.signal)
    })
    return () => {
      leaving.abort()
      unwatch()
    }
  }, [finding, timeline])
}

/** The hits of what is typed in all that was read of the dialog, and how many messages that are. They follow what is read meanwhile. */
export function useHits({ typed, texts, finding }: FindState): { readonly hits: FoundHits; readonly read: number } {
  const phrase = foldPhrase(useCell(typed))
  const version = useCell(texts.version)
  const wording = useCell(finding.wording)
  useEffect(() => {
    const stop = new AbortController()
    void finding.look(phrase, stop.signal)
    return () => stop.abort()
  }, [finding, phrase, version, wording])
  return { hits: useCell(finding.hits), read: texts.inOrder().length }
}
