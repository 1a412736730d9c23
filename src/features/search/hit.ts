import type { MessageId } from '~/domain/ids'
import type { TextMessage } from '~/domain/message/message'
import type { User } from '~/domain/people/user'
import { wantedTexts } from '~/domain/search/ask'
import type { Condition } from '~/domain/search/query'
import { joinNonEmpty } from '~/lib/text/join-non-empty'
import type { Keep } from '~/dialog/finding/use-make-search'
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

/** Makes the hits of a query, with what was wanted marked. */
export function hitMaker(conditions: readonly Condition[]): Keep<Hit> {
  const wanted = wantedTexts(conditions)
  return ({ message, plain, files }, { users }) => {
    const shown = plain.trim() === '' ? joinNonEmpty(files.map(({ name }) => name)) : plain
    return {
      id: message.id,
      message: { ...message, text: '', raw: {} },
      author: users.get(message.authorId),
      snippet: snippetOf(shown, wanted),
    }
  }
}
