import type { FocusEvent, Ref } from 'react'
import type { History } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import type { Message, TextMessage } from '~/domain/message/message'
import type { TimelineRow } from '~/domain/history/timeline-rows'
import { sameByKeys } from '~/lib/same-by-keys'

export interface MessageRowProps {
  readonly ref: Ref<HTMLElement>
  readonly row: TimelineRow
  readonly files: History['files']
  /** The highlighted message, if it is in this row. */
  readonly highlighted: MessageId | null
  /** 1-based, when the true position in the dialog is known. */
  readonly position: number | null
  readonly tabbable: boolean
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void
}

export interface PersonRowProps {
  readonly message: TextMessage
  readonly first: boolean
  readonly files: History['files']
}

export interface SystemRowProps {
  readonly message: TextMessage
  readonly files: History['files']
}

// Rows are created again with every page, and the list renders again with every few of them that come into sight: whether
// a row is the same as before cannot be seen from its identity.

/** Every page creates a new map of files; only its own files matter to a message. */
const sameFiles = (message: Message, before: History['files'], after: History['files']): boolean =>
  before === after || message.kind === 'unknown' || message.fileIds.every((id) => before.get(id) === after.get(id))

const sameMessages = (before: readonly Message[] = [], after: readonly Message[] = []): boolean =>
  before.length === after.length && before.every((message, index) => message === after[index])

const sameTimelineRow = (before: TimelineRow, after: TimelineRow): boolean =>
  sameByKeys(before, after, { folded: (one, other) => sameMessages(one.folded, other.folded) })

/** Whether a row would look the same. */
export const sameMessageRow = (before: MessageRowProps, after: MessageRowProps): boolean =>
  sameByKeys(before, after, {
    row: () => sameTimelineRow(before.row, after.row),
    files: () => sameFiles(after.row.message, before.files, after.files),
  })

/** The same for a message alone. */
export const sameMessageAlone = <Props extends SystemRowProps>(before: Props, after: Props): boolean =>
  sameByKeys(before, after, { files: () => sameFiles(after.message, before.files, after.files) })
