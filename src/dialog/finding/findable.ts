import { parseMessage } from '~/bbcode/parse/tree'
import { linksOf } from '~/bbcode/text/links'
import { mentionsIn } from '~/bbcode/text/mentions'
import { plainText, type Words } from '~/bbcode/text/plain-text'
import type { ChatFile } from '~/domain/message/chat-file'
import type { UserId } from '~/domain/ids'
import type { Message, TextMessage } from '~/domain/message/message'
import { isMediaFile } from '~/domain/message/media'
import { filesOf } from '~/domain/message/message-files'
import { foldedText, type Findable } from '~/domain/search/matches'
import type { ContentKind, MessageTrait } from '~/domain/search/query'
import type { Brought } from '~/queries/MessageSearch'

/** What decides about a message besides itself. */
export interface FindingContext {
  readonly words: Words
  /** Of an instant, as `YYYY-MM-DD`. */
  readonly dayOf: (message: TextMessage) => string | null
  /** Asked when a message is looked at: it may not have been known before. */
  readonly ownId: () => UserId | null
}

/** A message that can be found, and what it is found by; only what is asked for is made. */
export interface FindableMessage extends Findable {
  readonly message: TextMessage
  readonly files: readonly ChatFile[]
  /** As shown. */
  readonly plain: string
}

/** What a message is found by; null for one that never is. */
export function findableOf(
  message: Message,
  brought: Pick<Brought, 'users' | 'files'>,
  { words, dayOf, ownId }: FindingContext,
): FindableMessage | null {
  if (message.kind === 'unknown' || message.deleted) return null
  const files = filesOf(message, brought.files)
  let plain: string | null = null
  const names = [message.shownAs?.name, brought.users.get(message.authorId)?.name, words.findUser(message.authorId)?.name]
  return {
    message,
    files,
    get plain() {
      return (plain ??= plainText(parseMessage(message.text, { whole: true }).nodes, words))
    },
    get foldedText() {
      return foldedText(this.plain)
    },
    authorId: message.authorId,
    authorNames: names.filter((name) => name !== undefined),
    get contents() {
      return contentsOf(message, files)
    },
    get traits() {
      return traitsOf(message, ownId())
    },
    get day() {
      return dayOf(message)
    },
  }
}

function contentsOf(message: TextMessage, files: readonly ChatFile[]): ReadonlySet<ContentKind> {
  const kinds = new Set<ContentKind>(files.map(({ kind }) => (kind === 'file' ? 'document' : kind)))
  // Every attachment is a file, whatever it shows.
  if (files.length > 0) kinds.add('file')
  if (files.some(isMediaFile)) kinds.add('media')
  if (linksOf(message.text).length > 0) kinds.add('link')
  return kinds
}

function traitsOf(message: TextMessage, ownId: UserId | null): ReadonlySet<MessageTrait> {
  const isOwn = ownId !== null && message.authorId === ownId
  const mentioned = mentionsIn(message.text)
  const traits: readonly (readonly [MessageTrait, boolean])[] = [
    ['mine', isOwn],
    // Whoever speaks to all speaks to others.
    ['mention', (ownId !== null && mentioned.has(ownId)) || (mentioned.has('all') && !isOwn)],
    ['unread', message.unread],
    ['edited', message.edited],
    ['system', message.kind === 'system'],
    ['reply', message.replyTo !== null],
  ]
  return new Set(traits.flatMap(([trait, has]) => (has ? [trait] : [])))
}
