import { useEffect, useRef, useState } from 'react'
import type { History } from '~/domain/history/history'
import { useDisplay } from '~/dialog/state/display'
import { useFindUser } from '~/dialog/use-find-user'
import { previewText } from '~/bbcode/text/plain-text'
import { treeOf } from '~/bbcode/parse/tree-cache'
import { useLanguage, useText } from '~/ui/i18n'
import { authorName } from '~/dialog/author-name'

const THROTTLE_MS = 1_500
const CLEAR_MS = 5_000

/** Tells screen readers what happened to the list, not what is in it. */
export function Announcer({ history }: { readonly history: History }) {
  return (
    <div className="visually-hidden" role="status">
      {useAnnouncements(history)}
    </div>
  )
}

/** A sentence about messages that were loaded or arrived, or the one new message: throttled, merged, cleared after a while. */
function useAnnouncements(history: History): string {
  const t = useText()
  const language = useLanguage()
  const findUser = useFindUser()
  const { richMarkup } = useDisplay()
  const [text, setText] = useState('')
  const before = useRef({ oldest: history.messages[0]?.id ?? 0, newest: history.messages.at(-1)?.id ?? 0, atEnd: history.newer === null })
  useEffect(() => {
    const timer = setTimeout(() => {
      const oldest = history.messages[0]?.id ?? 0
      const newest = history.messages.at(-1)?.id ?? 0
      const older = oldest < before.current.oldest ? history.messages.filter((message) => message.id < before.current.oldest).length : 0
      const newer = newest > before.current.newest ? history.messages.filter((message) => message.id > before.current.newest).length : 0
      const arrived = before.current.atEnd
      before.current = { oldest, newest, atEnd: history.newer === null }
      const last = history.messages.at(-1)
      if (older > 0) setText(t('announce.older', { count: older }))
      else if (newer === 1 && last?.kind === 'message' && !last.deleted) {
        const words = { findUser, t, language }
        const name = authorName(last, findUser(last.authorId), t)
        setText(t('announce.message', { name, text: previewText(treeOf(last.id, last.text, richMarkup).nodes, words) }))
      } else if (newer > 0) setText(t(arrived ? 'timeline.unseen' : 'announce.newer', { count: newer }))
    }, THROTTLE_MS)
    return () => clearTimeout(timer)
  }, [history, t, language, findUser, richMarkup])
  useEffect(() => {
    if (text === '') return
    const timer = setTimeout(() => setText(''), CLEAR_MS)
    return () => clearTimeout(timer)
  }, [text])
  return text
}
