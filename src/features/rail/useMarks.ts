import { useMemo, useState } from 'react'
import { useTimelineMarks } from '~/dialog/timeline-marks'
import type { History } from '~/domain/history/history'
import { firstUnreadOf } from '~/domain/history/timeline-rows'
import type { MessageId } from '~/domain/ids'
import { useCell } from '~/ui/use-cell'
import type { RailMarks } from './RailPicture.tsx'

/** What is marked on the rail. */
export function useMarks(history: History): RailMarks {
  const { of } = useTimelineMarks()
  const found = useCell(of.found)
  const files = useCell(of.file)
  const unread = useFirstUnread(history)
  return useMemo(() => ({ unread, found, files }), [unread, found, files])
}

/** When the first unread message was sent, epoch ms; what was unread when the dialog was opened stays so. */
function useFirstUnread(history: History): number | null {
  const [unread, setUnread] = useState<number | null>(null)
  const [newestAtOpening] = useState(history.messages.at(-1)?.id ?? (0 as MessageId))
  const id = unread === null ? firstUnreadOf(history, newestAtOpening) : null
  const sentAt = history.messages.find((message) => message.id === id)?.sentAt ?? null
  if (sentAt !== null && unread === null) setUnread(sentAt)
  return unread
}
