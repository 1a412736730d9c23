import { useCallback } from 'react'
import { plainText } from '~/bbcode/text/plain-text'
import { treeOf } from '~/bbcode/parse/tree-cache'
import type { History } from '~/domain/history/history'
import type { Message } from '~/domain/message/message'
import { transcriptTime, type TranscriptEntry } from '~/domain/message/transcript'
import { useClock } from '~/ui/clock'
import { useLanguage, useText } from '~/ui/i18n'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import { authorName } from '../author-name.ts'
import { useDisplay } from '../state/display.ts'
import { useFindUser } from '../use-find-user.ts'

/** A message as it is copied: its text without markup, and the names of its files. */
export function useTranscriptEntry(history: History): (message: Message) => TranscriptEntry {
  const t = useText()
  const language = useLanguage()
  const findUser = useFindUser()
  const { richMarkup } = useDisplay()
  const clock = useClock()
  return useCallback(
    (message) => {
      const time = transcriptTime(message.sentAt, clock.offsetAt(message.sentAt ?? 0, message.utcOffset))
      if (message.kind === 'unknown') return { time, name: '?', text: t('row.unknown', { id: String(message.id) }) }
      const name = message.kind === 'system' ? t('row.system') : authorName(message, findUser(message.authorId), t)
      if (message.deleted) return { time, name, text: t('row.deleted') }
      const words = plainText(treeOf(message.id, message.text, richMarkup).nodes, { findUser, t, language, clock }).trim()
      const files = message.fileIds.map((id) => `[${history.files.get(id)?.name ?? t('file.missing', { count: 1 })}]`)
      const text = joinNonEmpty([words, ...files], '\n')
      return { time, name, text: text === '' ? t('row.empty') : text }
    },
    [t, language, clock, findUser, richMarkup, history.files],
  )
}
