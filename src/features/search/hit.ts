import { plainText, type Words } from '~/bbcode/text/plain-text'
import { linksOf } from '~/bbcode/text/links'
import { parseMessage } from '~/bbcode/parse/tree'
import type { MessageId, UserId } from '~/domain/ids'
import type { Message, TextMessage } from '~/domain/message/message'
import { filesOf } from '~/domain/message/message-files'
import { wantedTexts } from '~/domain/search/ask'
import { matches, type Findable } from '~/domain/search/matches'
import type { Condition, ContentKind, MessageTrait } from '~/domain/search/query'
import type { User } from '~/domain/people/user'
import { foldText } from '~/lib/text/fold-text'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import type { Brought } from '~/queries/MessageSearch'
import { snippetOf, type Snippet } from './snippet.ts'

/** A message that was found. */
export interface Hit {
  readonly id: MessageId
  /** Without its text and its record: they would be most of what is held. */
  readonly message: TextMessage
  /** As the portal described them with the message. */
  readonly author: User | undefined
  readonly snippet: Snippet
}

/** What decides about a message besides itself. */
export interface HitContext {
  readonly words: Words
  /** Of an instant, as `YYYY-MM-DD`. */
  readonly dayOf: (message: TextMessage) => string | null
  /** Asked when a message is looked at: it may not have been known before. */
  readonly ownId: () => UserId | null
}

/** What of each message is a hit of a query. */
export function hitFinder(conditions: readonly Condition[], context: HitContext): (message: Message, brought: Brought) => Hit | null {
  const wanted = wantedTexts(conditions)
  return (message, brought) => {
    if (message.kind === 'unknown' || message.deleted) return null
    const text = plainText(parseMessage(message.text, { whole: true }).nodes, context.words)
    const files = filesOf(message, brought.files)
    const author = brought.users.get(message.authorId)
    const findable: Findable = {
      foldedText: foldText(text).text,
      authorId: message.authorId,
      authorNames: [message.shownAs?.name, author?.name, context.words.findUser(message.authorId)?.name].filter(
        (name) => name !== undefined,
      ),
      contents: contentsOf(message, files),
      traits: traitsOf(message, context.ownId()),
      day: context.dayOf(message),
    }
    if (!matches(conditions, findable)) return null
    const shown = text.trim() === '' ? joinNonEmpty(files.map(({ name }) => name)) : text
    return { id: message.id, message: { ...message, text: '', raw: {} }, author, snippet: snippetOf(shown, wanted) }
  }
}

function contentsOf(message: TextMessage, files: ReturnType<typeof filesOf>): ReadonlySet<ContentKind> {
  const kinds = new Set<ContentKind>(files.map(({ kind }) => kind))
  // Every attachment is a file, whatever it shows.
  if (files.length > 0) kinds.add('file')
  if (linksOf(message.text).length > 0) kinds.add('link')
  return kinds
}

function traitsOf(message: TextMessage, ownId: UserId | null): ReadonlySet<MessageTrait> {
  const traits: readonly (readonly [MessageTrait, boolean])[] = [
    ['mine', ownId !== null && message.authorId === ownId],
    ['unread', message.unread],
    ['edited', message.edited],
    ['system', message.kind === 'system'],
    ['reply', message.replyTo !== null],
  ]
  return new Set(traits.flatMap(([trait, has]) => (has ? [trait] : [])))
}
