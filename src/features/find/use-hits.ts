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

/** The letters of a message's text as they stand on the screen, and another object whenever more of them than names may be other ones. */
function useShownText(): { readonly shown: (source: string) => string; readonly manner: object } {
  const t = useText()
  const language = useLanguage()
  const clock = useClock()
  const findUser = useFindUser()
  const { richMarkup: extended } = useDisplay()
  const manner = useMemo(() => ({ t, language, clock, extended }), [t, language, clock, extended])
  return useMemo(() => {
    const shown = (source: string) =>
      shownText(parseMessage(source, { extended: manner.extended, whole: true }).nodes, { ...manner, findUser })
    return { shown, manner }
  }, [manner, findUser])
}

/** Prepares what was read, and what is said otherwise from now on, once the reader has stopped scrolling: it can be looked through at once. */
export function usePreparedTexts({ finding, texts }: FindState): void {
  const { shown, manner } = useShownText()
  const { timeline } = useDialog()
  useEffect(() => finding.renew(shown, manner), [finding, shown, manner])
  useEffect(() => {
    const leaving = new AbortController()
    const prepare = () => {
      if (timeline.get()?.speed === 'rest') void finding.prepare(leaving.signal)
    }
    prepare()
    const unwatch = [watchTimeline(timeline, prepare), texts.version.subscribe(prepare), finding.wording.subscribe(prepare)]
    return () => {
      leaving.abort()
      for (const stop of unwatch) stop()
    }
  }, [finding, texts, timeline])
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
