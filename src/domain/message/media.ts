import type { ChatFile } from './chat-file.ts'
import type { TextMessage } from './message.ts'

/** A picture or a film, and the message that brought it. */
export interface MediaItem {
  /** Stable: a file may come with several messages. */
  readonly key: string
  readonly message: TextMessage
  readonly file: ChatFile
}

export const mediaItemKey = (message: TextMessage, file: ChatFile): string => `${message.id} ${file.id}`

export const isMediaFile = ({ kind, uploaded }: ChatFile): boolean => uploaded && (kind === 'image' || kind === 'video')
