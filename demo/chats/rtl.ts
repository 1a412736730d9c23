import { rtlStaff } from '../people.ts'
import { portalDate, type WireMessage } from '../wire.ts'
import type { Chat } from './chat.ts'
import { listedChat } from './listed.ts'

const lines: readonly (readonly [author: number, text: string])[] = [
  [621, 'صباح الخير جميعاً، هل وصلت شحنة رقم 8061 إلى الميناء؟'],
  [622, 'בוקר טוב! כן, המכולה הגיעה אתמול בלילה, מספר [B]MSKU-4471190[/B].'],
  [623, 'Great, I will call the customs broker (Haifa) now.'],
  [621, 'من فضلك أرسل لي المستندات: [URL]https://docs.example.com/customs/8061[/URL]'],
  [622, '[USER=621]ليلى حسن[/USER] שלחתי לך את הקבצים במייל, כולל החשבונית.'],
  [621, 'شكراً! المبلغ 12,500 € صحيح، لكن التاريخ يجب أن يكون 14/03/2026.'],
  [623, 'Mixed line: الفاتورة INV-77 מאושרת today.'],
  [622, '>>المبلغ 12,500 €\nמאושר מצידנו.'],
  [621, 'ممتاز، نلتقي غداً الساعة 10:30.'],
]

/** Arabic and Hebrew among people who also write English. */
export function rtlChat(): Chat {
  const from = Date.UTC(2026, 2, 10, 6)
  const messages: WireMessage[] = Array.from({ length: 180 }, (_, n) => {
    const [author, text] = lines[n % lines.length] as (typeof lines)[number]
    return {
      id: 800_000 + n * 4,
      chat_id: 80,
      author_id: author,
      date: portalDate(from + n * 29 * 60_000),
      text,
      unread: false,
      uuid: null,
      replaces: [],
      params: [],
      disappearing_date: null,
    }
  })
  return listedChat({
    chatId: 80,
    dialogId: 'chat80',
    title: 'مشروع حيفا · פרויקט חיפה',
    color: '#c2743a',
    createdAt: from,
    messages,
    users: rtlStaff,
    files: [],
  })
}
