import type { QueryClient } from '@tanstack/react-query'
import type { ChatFile } from '~/domain/message/chat-file'
import { mergePages } from '~/domain/history/history'
import type { DialogId, MessageId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message/message'
import { voiceNoteAfter } from '~/domain/message/voice-notes'
import type { RestClient } from '~/rest/client/client'
import { holds, windowsOf } from './history/loaded-windows.ts'

/** The voice note that follows a message among the loaded messages of its dialog, on the screen or not; null for none. */
export function nextVoiceNote(
  queryClient: QueryClient,
  client: RestClient,
  dialogId: DialogId,
  id: MessageId,
): { readonly message: TextMessage; readonly file: ChatFile } | null {
  for (const data of windowsOf(queryClient, client, dialogId)) {
    const found = holds(data, (held) => held === id) ? voiceNoteAfter(mergePages(data.pages), id) : null
    if (found) return found
  }
  return null
}
