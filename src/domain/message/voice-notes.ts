import type { ChatFile } from './chat-file.ts'
import type { History } from '../history/history.ts'
import type { MessageId } from '../ids.ts'
import type { TextMessage } from './message.ts'

/** The first voice note after a message, if the very next messages up to it are loaded too. */
export function voiceNoteAfter(
  { messages, files }: History,
  id: MessageId,
): { readonly message: TextMessage; readonly file: ChatFile } | null {
  for (const message of messages) {
    if (message.id <= id || message.kind !== 'message' || message.deleted) continue
    const file = message.fileIds.map((fileId) => files.get(fileId)).find((known) => known?.voiceNote && known.uploaded)
    if (file) return { message, file }
  }
  return null
}
