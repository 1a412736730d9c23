import type { ChatFile } from './chat-file.ts'
import type { History } from '../history/history.ts'
import type { TextMessage } from './message.ts'
import { filesOf } from './message-files.ts'

/** A picture or a film, and the message that brought it. */
export interface MediaItem {
  /** Stable: a file may come with several messages. */
  readonly key: string
  readonly message: TextMessage
  readonly file: ChatFile
}

export const mediaItemKey = (message: TextMessage, file: ChatFile): string => `${message.id} ${file.id}`

export const isMediaFile = ({ kind, uploaded }: ChatFile): boolean => uploaded && (kind === 'image' || kind === 'video')

/** All pictures and films of a history, oldest first. */
export const mediaOf = ({ messages, files }: History): MediaItem[] =>
  messages.flatMap((message) =>
    message.kind !== 'unknown'
      ? filesOf(message, files)
          .filter(isMediaFile)
          .map((file) => ({ key: mediaItemKey(message, file), message, file }))
      : [],
  )
