import { staff } from '../people.ts'
import { hash } from '../random.ts'
import { portalDate, type WireFile, type WireMessage } from '../wire.ts'
import type { Chat } from './chat.ts'
import { fileIdFor, generatedFile, type FileKind } from './generated-files.ts'
import { listedChat } from './listed.ts'

const captions = [
  'Ряд 3, после уборки',
  'Dock 4 this morning',
  'Новая разметка',
  'Damaged corner, see the left pallet',
  'Вид с погрузчика',
  '',
  'Before and after',
  '',
]

/** Pictures of many sizes that load slowly, every fourth of unknown size; voice, video, PDF. */
export function mediaChat(): Chat {
  const chatId = 30
  const messages: WireMessage[] = []
  const files: WireFile[] = []
  const from = Date.UTC(2026, 9, 1, 6)
  for (let n = 0; n < 320; n++) {
    const id = 300_000 + n * 3
    const authorId = staff[hash(30, 1, Math.floor(n / 3)) % 9]?.id ?? 601
    const sentAt = from + n * 47 * 60_000
    const kinds: FileKind[] =
      n % 40 === 11
        ? ['voice']
        : n % 40 === 17
          ? ['video']
          : n % 40 === 23
            ? ['pdf']
            : n % 40 === 29
              ? ['videoNote']
              : n % 10 === 7
                ? ['image', 'image', 'image']
                : n % 10 === 9
                  ? []
                  : ['image']
    const fileIds = kinds.map((kind, k) => {
      const fileId = fileIdFor(id, k)
      files.push(
        generatedFile({ id: fileId, chatId, kind, sentAt, authorId, sizeUnknown: n % 4 === 1, delayMs: 150 + (hash(30, 2, n, k) % 600) }),
      )
      return fileId
    })
    messages.push({
      id,
      chat_id: chatId,
      author_id: authorId,
      date: portalDate(sentAt),
      text: fileIds.length === 0 ? 'Остальные фото пришлю вечером, здесь плохая связь.' : captions[hash(30, 3, n) % captions.length],
      unread: false,
      uuid: null,
      replaces: [],
      params: fileIds.length > 0 ? { FILE_ID: fileIds } : [],
      disappearing_date: null,
    })
  }
  return listedChat({
    chatId,
    dialogId: 'chat30',
    title: 'Photos from the warehouse',
    color: '#a8506c',
    createdAt: from,
    messages,
    files,
    users: staff,
  })
}
