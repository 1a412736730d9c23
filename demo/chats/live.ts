import { generatedChat, idAt, rankOf } from './generated.ts'
import type { Chat } from './chat.ts'

const PERIOD_MS = 4_000
const BACKLOG = 300

/** A chat in which a message arrives every few seconds, for as long as the portal runs. */
export function liveChat(startedAt: number): Chat {
  const arrived = (now: number) => BACKLOG + Math.max(0, Math.floor((now - startedAt) / PERIOD_MS))
  const backlog = generatedChat({
    chatId: 50,
    dialogId: 'chat50',
    title: 'Release room (live)',
    color: '#7a5fc0',
    count: BACKLOG,
    from: startedAt - 20 * 86_400_000,
    days: 20,
  })
  return {
    ...backlog,
    count: arrived,
    rankOf: (id) => rankOf(50, Number.MAX_SAFE_INTEGER, id),
    idAt: (n) => idAt(50, n),
    messageAt(n, now) {
      if (n < BACKLOG) return backlog.messageAt(n, now)
      const sentAt = startedAt + (n - BACKLOG + 1) * PERIOD_MS
      const past = backlog.messageAt(12 + (n % (BACKLOG - 12)), now)
      const date = new Date(sentAt + 180 * 60_000).toISOString().slice(0, 19) + '+03:00'
      return { ...past, id: idAt(50, n), date, params: [], unread: false, text: String(past.text).replaceAll(/-{54}[\s\S]*-{54}\n/g, '') }
    },
    readCount: arrived,
  }
}
