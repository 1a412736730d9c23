import { OWNER_ID, userById } from '../people.ts'
import type { Chat } from './chat.ts'
import { listedChat } from './listed.ts'

/** The private dialog with a user with whom nobody has ever exchanged a word: it has no chat yet (`docs/bitrix24/rest.md` §2). */
export function unwrittenDialog(dialogId: string): Chat | undefined {
  const userId = /^\d+$/.test(dialogId) ? Number(dialogId) : 0
  const user = userById(userId)
  if (user === undefined || userId === OWNER_ID) return undefined
  return listedChat({
    // Once somebody writes: a number that no other chat has.
    chatId: 1_000_000 + userId,
    dialogId,
    title: user.name,
    type: 'private',
    createdAt: Date.UTC(2026, 10, 1),
    messages: [],
    users: [user],
    files: [],
    members: [OWNER_ID, userId],
    missing: true,
  })
}
