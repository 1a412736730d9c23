import type { WireFile, WireMessage, WireUser } from '../wire.ts'

/** What answers of the V2 shape tell of a message and pages leave out; `docs/bitrix24/rest.md` §4, §6. */
export interface MoreFacts {
  /** Beside those of its page, such as `REPLY_ID`. */
  readonly params?: Readonly<Record<string, unknown>>
  /** From where it was forwarded: `chatN/M`, or `U1:U2/M` of a private dialog. */
  readonly forward?: {
    readonly id: string
    readonly userId: number
    readonly chatTitle: string | null
    readonly chatType: string
  }
}

/** A dialog of the demo portal, computed rather than stored: message n comes from n. */
export interface Chat {
  readonly chatId: number
  /** As in DIALOG_ID: `chat20`, or a user's id for a private dialog. */
  readonly dialogId: string
  readonly title: string
  /** Wire `type` of the chat card. */
  readonly type: string
  readonly color: string
  readonly createdAt: number
  readonly members: readonly number[]
  readonly entity?: { readonly type: string; readonly id: string }
  /** Number of messages at `now` (epoch ms); they are numbered 0 … count − 1, ascending by id. */
  count(now: number): number
  idAt(n: number): number
  /** How many messages of the whole chat have an id below `id`. */
  rankOf(id: number): number
  messageAt(n: number, now: number): WireMessage
  /** The portal's `users` entry of one author; may be absent, null or without id. */
  user(id: number): Partial<WireUser> | null | undefined
  file(id: number): WireFile | undefined
  /** Number of messages that the reader has read; the rest are unread. */
  readCount(now: number): number
  /** FIRST_ID pages in no order, as a database without ORDER BY may give them. */
  readonly shuffled?: boolean
  readonly forbidden?: boolean
  /** Users and files that come with every page, whoever wrote it: the documented example has such. */
  readonly companions?: { readonly users: readonly unknown[]; readonly files: readonly WireFile[] }
  moreOf?(id: number): MoreFacts | undefined
  /** Reactions other than likes that were given to a message since the portal was made, by name. */
  reactionsOf?(id: number): Readonly<Record<string, readonly number[]>> | undefined
  /** A private dialog without messages: the portal answers `false`. */
  readonly missing?: boolean
  /** Messages below this number are hidden from the reader: joined without history, or beyond what the plan shows. */
  readonly startAt?: number
  /** It is the plan that hides them, and the search says so. */
  readonly cutByPlan?: boolean
}

/** The `params` of a message; the portal writes none as an empty list, or as null. */
export function paramsOf({ params }: WireMessage): Readonly<Record<string, unknown>> {
  return params === null || typeof params !== 'object' || Array.isArray(params) ? {} : (params as Record<string, unknown>)
}

/** File ids of a message, as numbers. */
export function fileIdsOf(message: WireMessage): number[] {
  const ids = paramsOf(message)['FILE_ID']
  const list = Array.isArray(ids) ? ids : typeof ids === 'object' && ids !== null ? Object.values(ids) : ids === undefined ? [] : [ids]
  return list.map(Number).filter((id) => Number.isSafeInteger(id))
}
