/** One line of a conversation of an open channel. */
export interface Said {
  readonly id: number
  readonly by?: number
  readonly text?: string
  /** ISO, with an offset. */
  readonly date?: string
  readonly params?: unknown
}

/** What `imopenlines.session.history.get` answers; `docs/bitrix24/rest.md` §6.8. @param files by their ids */
export const openLineWire = (said: readonly Said[], files: readonly Readonly<Record<string, unknown>>[] = []) => ({
  chatId: 1763,
  sessionId: 41,
  userId: 'chat1763',
  message: Object.fromEntries(
    said.map(({ id, by = 701, text = `m${id}`, date = '2026-03-04T09:43:26+03:00', params = [] }) => [
      String(id),
      { id: String(id), chatid: '1763', senderid: String(by), recipientid: 'chat1763', date, text, textlegacy: `<b>${text}</b>`, params },
    ]),
  ) as Record<string, unknown>,
  usersMessage: { chat1763: said.map(({ id }) => String(id)) },
  users: {
    '607': { id: '607', name: 'Elena García', workPosition: 'Support', color: '#4ba984', connector: false, type: 'user' },
    '701': { id: '701', name: 'Ivan Petrov', workPosition: null, connector: true, extranet: true, type: 'user' },
  } as unknown,
  chat: {
    '1763': { id: '1763', name: 'Ivan Petrov · Website', entityType: 'LINES', entityId: 'livechat|22|1761|701', messageCount: 99 },
  } as unknown,
  files: files.length === 0 ? [] : Object.fromEntries(files.map((file) => [String(file['id']), file])),
})
