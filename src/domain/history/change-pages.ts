import type { ChatFile } from '../message/chat-file.ts'
import type { Message } from '../message/message.ts'
import type { FileId, MessageId } from '../ids.ts'
import { cursorBeyond, type NeighbourCursor } from './cursor.ts'
import type { MessagePage } from './history.ts'

/** What an answer of the portal says of people and files. */
export type PageFacts = Pick<MessagePage, 'users' | 'files'>

export const idsOf = (messages: readonly Message[]): MessageId[] => messages.map(({ id }) => id)

/** Whether two lists hold the very same objects. */
export const sameElements = (one: readonly unknown[], other: readonly unknown[]): boolean =>
  one.length === other.length && one.every((element, index) => element === other[index])

/** Addresses may be signed anew with every answer, which is no reason to load a picture again. */
const factsOf = (file: ChatFile): string => JSON.stringify({ ...file, previewUrl: null, showUrl: null, downloadUrl: null })

function filesFor(messages: readonly Message[], page: MessagePage, read: PageFacts): readonly ChatFile[] {
  const files = new Map<FileId, ChatFile>(page.files.map((file) => [file.id, file]))
  const fresh = new Map<FileId, ChatFile>(read.files.map((file) => [file.id, file]))
  let changed = false
  for (const id of messages.flatMap((message) => (message.kind === 'unknown' ? [] : message.fileIds))) {
    const [before, now] = [files.get(id), fresh.get(id)]
    if (!now || (before && factsOf(before) === factsOf(now))) continue
    files.set(id, now)
    changed = true
  }
  return changed ? [...files.values()] : page.files
}

/** A page with other messages, and with the people and files that those need; the very same page if nothing has changed. */
export function withMessages(page: MessagePage, messages: readonly Message[], read: PageFacts): MessagePage {
  const files = filesFor(messages, page, read)
  if (files === page.files && sameElements(messages, page.messages)) return page
  const known = new Set(page.users.map(({ id }) => id))
  return { ...page, messages, files, users: [...page.users, ...read.users.filter(({ id }) => !known.has(id))] }
}

/** A cursor at the same edge from messages that are there; an edge at which the dialog ends stays one. */
const renewed = (edge: NeighbourCursor | null, inwards: readonly MessageId[]): NeighbourCursor | null =>
  edge && (cursorBeyond(edge.at, inwards) ?? edge)

/** The pages that are not as before with new cursors: the messages which the old ones name may be among those that have gone. */
export function withCursors(pages: readonly MessagePage[], before: readonly MessagePage[]): readonly MessagePage[] {
  if (sameElements(pages, before)) return before
  const ids = (from: number, to: number) => pages.slice(Math.max(0, from), to).flatMap(({ messages }) => idsOf(messages))
  return pages.map((page, index) =>
    page === before[index]
      ? page
      : { ...page, older: renewed(page.older, ids(index, index + 2)), newer: renewed(page.newer, ids(index - 1, index + 1).toReversed()) },
  )
}
