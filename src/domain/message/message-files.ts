import type { ChatFile } from './chat-file.ts'
import type { History } from '../history/history.ts'
import type { Message } from './message.ts'

/** The files that a message brought, in its order; those that the portal did not describe are left out. */
export const filesOf = (message: Message, files: History['files']): ChatFile[] =>
  message.kind !== 'unknown' && !message.deleted ? message.fileIds.flatMap((id) => files.get(id) ?? []) : []
