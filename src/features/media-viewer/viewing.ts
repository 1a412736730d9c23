import type { ChatFile } from '~/domain/chat-file'
import type { DialogId, MessageId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'

/** A picture or a film that is looked at in full. */
export interface ViewedMedium {
  /** See `mediumKey`. */
  readonly key: string
  readonly messageId: MessageId
  readonly dialogId: DialogId
}

export interface ViewedPdf {
  readonly file: ChatFile
  readonly dialogId: DialogId
}

/** What lies over the timeline; null for nothing. */
export const viewedMedium = new Cell<ViewedMedium | null>(null)
export const viewedPdf = new Cell<ViewedPdf | null>(null)

export const openMedium = viewedMedium.set
export const openPdf = viewedPdf.set
