import type { WireFile, WireMessage, WireUser } from '../wire.ts'
import type { Chat } from './chat.ts'

interface ListedOptions extends Partial<
  Pick<Chat, 'type' | 'color' | 'members' | 'entity' | 'shuffled' | 'forbidden' | 'missing' | 'companions'>
> {
  readonly chatId: number
  readonly dialogId: string
  readonly title: string
  readonly createdAt: number
  readonly messages: readonly WireMessage[]
  readonly users: readonly (Partial<WireUser> | null)[]
  readonly files: readonly WireFile[]
  readonly unread?: number
}

/** A small chat whose messages are all written down. */
export function listedChat({ messages, users, files, unread = 0, ...card }: ListedOptions): Chat {
  const sorted = messages.toSorted((a, b) => Number(a.id) - Number(b.id))
  const userById = new Map(users.flatMap((user) => (user?.id === undefined ? [] : [[user.id, user] as const])))
  const fileById = new Map(files.map((file) => [file.id, file]))
  return {
    type: 'chat',
    color: '#2f7fb8',
    members: [...userById.keys()],
    ...card,
    count: () => sorted.length,
    idAt: (n) => Number(sorted[n]?.id),
    rankOf: (id) => {
      const n = sorted.findIndex((message) => Number(message.id) >= id)
      return n === -1 ? sorted.length : n
    },
    messageAt: (n) => sorted[n] as WireMessage,
    user: (id) => userById.get(id),
    file: (id) => fileById.get(id),
    readCount: () => sorted.length - unread,
  }
}
