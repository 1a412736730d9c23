import type { ChatFile } from '~/domain/message/chat-file'
import { isMediaFile, mediaItemKey } from '~/domain/message/media'
import type { TextMessage } from '~/domain/message/message'
import type { User } from '~/domain/people/user'
import type { PanelTab } from '~/dialog/state/panel-state'
import { mayMean, typedDate } from '~/lib/time/typed-dates'
import type { IndexedMessage } from '~/queries/AttachmentIndex'

/** An attachment or a link, and its message. */
export interface PanelItem {
  readonly key: string
  readonly name: string
  readonly message: TextMessage
  /** As the page of the message described them. */
  readonly author: User | undefined
  /** Null for a link, whose name is its address. */
  readonly file: ChatFile | null
}

export type ItemTab = Exclude<PanelTab, 'members'>

const filesOf = ({ message, author, files }: IndexedMessage, wanted: (file: ChatFile) => boolean): readonly PanelItem[] =>
  files.filter(wanted).map((file) => ({ key: mediaItemKey(message, file), name: file.name, message, author, file }))

/** The items of a message under each tab. */
export const itemsOf: Readonly<Record<ItemTab, (entry: IndexedMessage) => readonly PanelItem[]>> = {
  media: (entry) => filesOf(entry, isMediaFile),
  files: (entry) => filesOf(entry, (file) => !isMediaFile(file) && !file.voiceNote),
  voice: (entry) => filesOf(entry, (file) => file.voiceNote),
  links: ({ message, author, links }) => links.map((href) => ({ key: `${message.id} ${href}`, name: href, message, author, file: null })),
}

/** What an item is found by. */
interface Findable {
  readonly words: string
  /** `YYYY-MM-DD`; null for what has no date. */
  readonly day: string | null
}

/**
 * A filter for what the reader typed, which is a part of the words, a date in any usual form, or both. An empty one lets
 * everything through.
 */
export function finder<T>(find: string, findable: (item: T) => Findable): (item: T) => boolean {
  const wanted = find.trim().toLocaleLowerCase()
  if (wanted === '') return () => true
  const date = typedDate(wanted)
  return (item) => {
    const { words, day } = findable(item)
    const text = words.toLocaleLowerCase()
    return text.includes(wanted) || (date !== null && day !== null && mayMean(date, day) && text.includes(date.rest))
  }
}

/** What is shown under one heading. */
interface Month {
  /** `YYYY-MM`; null for what has no date. */
  readonly month: string | null
  readonly items: readonly PanelItem[]
}

/** Items by month, in the order in which they come; what has no date stays with what comes before it. */
export function byMonth(items: readonly PanelItem[], dayOf: (item: PanelItem) => string | null): Month[] {
  const months: { month: string | null; items: PanelItem[] }[] = []
  for (const item of items) {
    const last = months.at(-1)
    const month = dayOf(item)?.slice(0, -3) ?? last?.month ?? null
    if (last && last.month === month) last.items.push(item)
    else months.push({ month, items: [item] })
  }
  return months
}

/** What files have in sum, bytes; `more` where the size of some is not known. */
export function sizeOf(files: readonly ChatFile[]): { readonly bytes: number; readonly more: boolean } {
  return {
    bytes: files.reduce((sum, { sizeBytes }) => sum + (sizeBytes ?? 0), 0),
    more: files.some(({ sizeBytes }) => sizeBytes === null),
  }
}
