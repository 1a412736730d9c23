import type { History } from '../history/history.ts'
import { isMediaFile, mediaItemKey, type MediaItem } from './media.ts'
import { filesOf } from './message-files.ts'

/** All pictures and films of a history, oldest first. */
const mediaOf = ({ messages, files }: History): MediaItem[] =>
  messages.flatMap((message) =>
    message.kind !== 'unknown'
      ? filesOf(message, files)
          .filter(isMediaFile)
          .map((file) => ({ key: mediaItemKey(message, file), message, file }))
      : [],
  )

/**
 * The pictures and films of a history, with those that were seen in pages which it holds no longer; oldest first. What was
 * seen between its messages and is not there any more has been deleted.
 */
export function mediaSeen(seen: readonly MediaItem[], history: History): MediaItem[] {
  const { messages, older, newer } = history
  const from = older === null ? 0 : (messages[0]?.id ?? Infinity)
  const to = newer === null ? Infinity : (messages.at(-1)?.id ?? 0)
  const outside = seen.filter(({ message }) => message.id < from || message.id > to)
  return [...outside, ...mediaOf(history)].sort((a, b) => a.message.id - b.message.id)
}

/**
 * Which of some items is looked at: the one with a key; where that has gone, what has taken its place.
 *
 * @param before its index when it was last there; -1 if it never was
 * @returns -1 while there is none
 */
export function viewedIndex(media: readonly MediaItem[], key: string, before: number): number {
  const index = media.findIndex((item) => item.key === key)
  return index >= 0 ? index : before < 0 ? -1 : Math.min(before, media.length - 1)
}
