/** A request that the page has made, as it is shown to somebody who checks what a viewer does: nothing in it is secret. */
export interface RequestRecord {
  /** In the order in which they ended, from 1. */
  readonly number: number
  readonly verb: 'POST' | 'GET'
  /** Of the portal; `download` for the bytes of a file, the path of an address for what is loaded from it. */
  readonly what: string
  readonly from: 'method' | 'file' | 'portal' | 'elsewhere'
  /** Methods of a batch, one for each of its commands. */
  readonly members: readonly string[]
  readonly host: string
  /** Epoch ms. */
  readonly startedAt: number
  readonly durationMs: number
  /** Of the answer; null where the browser does not tell. */
  readonly sizeBytes: number | null
  /** Of the answer; null without one, and where the browser does not tell. */
  readonly status: number | null
  /** Above 1 where the same was asked for before, and failed. */
  readonly attempt: number
}

/** All requests of one kind, also those that are not listed singly any more. */
export interface RequestTotal {
  readonly what: string
  readonly from: RequestRecord['from']
  /** Sent by themselves. */
  readonly alone: number
  /** Inside of batches. */
  readonly inBatches: number
  readonly sizeBytes: number
}

/** What each method is for, by its name in lower case. All of them read, but for the two by which an administrator installs the app. */
const PURPOSES = {
  batch: 'batch',
  'im.dialog.messages.get': 'messages',
  'im.dialog.messages.search': 'search',
  'im.dialog.get': 'chat',
  'im.recent.list': 'chats',
  'im.search.chat.list': 'findChats',
  'im.search.user.list': 'findPeople',
  'im.dialog.users.list': 'members',
  'im.user.get': 'people',
  'im.user.list.get': 'people',
  'im.chat.get': 'crmChat',
  'imopenlines.session.history.get': 'openLines',
  'imopenlines.dialog.get': 'openLines',
  'imopenlines.crm.chat.get': 'openLines',
  'im.v2.file.download': 'link',
  'disk.file.get': 'link',
  profile: 'profile',
  scope: 'scope',
  'placement.list': 'places',
  'placement.get': 'places',
  'placement.bind': 'install',
  'placement.unbind': 'install',
} as const

export type Purpose = (typeof PURPOSES)[keyof typeof PURPOSES] | 'file' | 'portal' | 'elsewhere' | 'unknown'

/** What a request is for; `unknown` for a method of which it is not known whether it writes. */
export function purposeOf({ from, what }: Pick<RequestRecord, 'from' | 'what'>): Purpose {
  if (from !== 'method') return from
  const name = what.toLowerCase()
  return Object.hasOwn(PURPOSES, name) ? PURPOSES[name as keyof typeof PURPOSES] : 'unknown'
}
