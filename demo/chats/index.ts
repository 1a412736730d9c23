import { readFileSync } from 'node:fs'
import documented from '../data/documented-example.json' with { type: 'json' }
import samplesFiles from '../data/samples-files.json' with { type: 'json' }
import { OWNER_ID, sampleUsers, userById } from '../people.ts'
import type { WireFile, WireMessage, WireUser } from '../wire.ts'
import type { Chat } from './chat.ts'
import { generatedChat } from './generated.ts'
import { listedChat } from './listed.ts'
import { liveChat } from './live.ts'
import { mediaChat } from './media.ts'
import { lineChatsAsChats } from './open-lines.ts'
import { rareChat } from './rare.ts'
import { rtlChat } from './rtl.ts'

/** The shared samples with what a viewer should show of each, in their order. */
export interface Sample {
  readonly case: string
  readonly message: WireMessage
  readonly expect: string
}

export function readSamples(): Sample[] {
  const path = new URL('../data/samples.jsonl', import.meta.url)
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Sample)
}

const year = (y: number, month = 0) => Date.UTC(y, month, 1)

/** Every dialog of the demo portal, by dialog id. */
export function createChats(startedAt: number): ReadonlyMap<string, Chat> {
  const samples = readSamples()
  const colleague = userById(547) as WireUser
  const chats: Chat[] = [
    listedChat({
      chatId: 1,
      dialogId: 'chat1',
      title: 'All kinds of messages',
      color: '#3d8b6d',
      createdAt: year(2026, 2),
      messages: samples.map((sample) => sample.message),
      users: sampleUsers,
      files: samplesFiles as unknown as WireFile[],
      unread: 1,
    }),
    listedChat({
      chatId: 1489,
      dialogId: 'chat1489',
      title: 'Project (documented example)',
      createdAt: year(2026, 2),
      messages: documented.result.messages,
      users: documented.result.users,
      files: documented.result.files,
      companions: { users: documented.result.users, files: documented.result.files },
    }),
    generatedChat({
      chatId: 20,
      dialogId: 'chat20',
      title: 'Deal #8061 · Meridian LLC',
      type: 'crm',
      color: '#7a5fc0',
      count: 20_000,
      from: year(2023, 4),
      days: 1_250,
      entity: { type: 'CRM', id: 'DEAL|8061' },
    }),
    mediaChat(),
    generatedChat({
      chatId: 40,
      dialogId: 'chat40',
      title: 'Support, second line',
      type: 'lines',
      entity: { type: 'LINES', id: 'telegrambot|3|777|42' },
      color: '#c2743a',
      count: 900,
      from: year(2026, 8),
      days: 80,
      unread: 400,
    }),
    generatedChat({
      chatId: 45,
      dialogId: 'chat45',
      title: 'Unordered pages',
      color: '#1eb4aa',
      count: 1_500,
      from: year(2025, 8),
      days: 120,
      shuffled: true,
      startAt: 100,
    }),
    liveChat(startedAt),
    listedChat({
      chatId: 60,
      dialogId: 'chat60',
      title: 'New project',
      createdAt: year(2026, 10),
      messages: [],
      users: [],
      files: [],
      members: [OWNER_ID, 547],
    }),
    listedChat({
      chatId: 70,
      dialogId: 'chat70',
      title: 'Board',
      createdAt: year(2020),
      messages: [],
      users: [],
      files: [],
      forbidden: true,
    }),
    rtlChat(),
    rareChat(),
    generatedChat({
      chatId: 95,
      dialogId: 'chat95',
      title: 'History cut by the plan',
      color: '#58cc47',
      count: 400,
      from: year(2026, 7),
      days: 90,
      startAt: 150,
      cutByPlan: true,
    }),
    generatedChat({
      chatId: 5_470,
      dialogId: '547',
      title: colleague.name,
      type: 'private',
      color: '#df532d',
      count: 260,
      from: year(2026, 5),
      days: 150,
      members: [OWNER_ID, 547],
    }),
    generatedChat({
      chatId: 1_000,
      dialogId: 'chat1000',
      title: 'Northern warehouse, phase 2',
      color: '#3d8b6d',
      count: 1_000_000,
      from: year(2017, 10),
      days: 3_300,
    }),
    ...lineChatsAsChats(),
  ]
  return new Map(chats.map((chat) => [chat.dialogId, chat]))
}
