import { parseDialogId, parseMessageId, type DialogId, type MessageId } from '../ids.ts'

/** Whose addresses lead somewhere here. */
export interface KnownHosts {
  /** Origin of the connected portal. */
  readonly portal: string
  /** Origin of this app. */
  readonly app: string
}

/** Where a pasted address leads: a chat, and a message of it or a day. */
export interface PastedPlace {
  readonly kind: 'place'
  readonly dialogId: DialogId
  readonly messageId: MessageId | null
  /** As it is written; null where there is none or the message is known. */
  readonly day: string | null
}

/** An address of a chat of some other portal. */
export interface ForeignPlace {
  readonly kind: 'foreign'
  readonly host: string
}

/** In which the messenger's addresses name a chat: whatever kind it is, and as its history. */
const CHAT_PARAMETERS = ['im_dialog', 'im_history', 'im_copilot', 'im_collab', 'im_channel', 'im_lines']
/** `/online/chat123/`, and the older pages of a person and of the messages with them. */
const CHAT_PATH = /^\/(?:online|company\/personal\/(?:user|messages\/chat))\/([a-z]*\d+)(?:\/|$)/i
const SCHEME = /^[a-z][a-z\d+.-]*:/i
/** A host that was copied without its scheme, as browsers show it. */
const BARE_HOST = /^[\w-]+(?:\.[\w-]+)*(?::\d+)?\/\S*$/
/** What mails and documents put around an address. */
const WRAPPING = /^[<«"'(]+|[>»"').,;]+$/g

function addressIn(text: string): URL | null {
  const bare = text.trim().replaceAll(WRAPPING, '')
  if (/\s/.test(bare)) return null
  const whole = BARE_HOST.test(bare) ? `https://${bare}` : SCHEME.test(bare) ? bare : null
  if (whole === null || !URL.canParse(whole)) return null
  const url = new URL(whole)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null
}

const lowerCased = (query: URLSearchParams): URLSearchParams =>
  new URLSearchParams([...query].map(([name, value]) => [name.toLowerCase(), value]))

/** The place that the messenger of a portal would open at an address of its own. */
function placeInMessenger(url: URL): PastedPlace | null {
  const query = lowerCased(url.searchParams)
  const [, inPath] = CHAT_PATH.exec(url.pathname) ?? []
  const dialogId = [...CHAT_PARAMETERS.map((name) => query.get(name)), inPath].map(parseDialogId).find((id) => id !== null)
  return dialogId ? { kind: 'place', dialogId, messageId: parseMessageId(query.get('im_message')), day: null } : null
}

/** The place that this app shows at an address of its own. */
function placeInApp({ searchParams }: URL): PastedPlace | null {
  const dialogId = parseDialogId(searchParams.get('dialog'))
  const messageId = parseMessageId(searchParams.get('message'))
  return dialogId && { kind: 'place', dialogId, messageId, day: messageId === null ? searchParams.get('date') : null }
}

/**
 * What a text is that may be an address of a chat or a message: of the portal's messenger (`messageAddress`) or of this app. Null for whatever
 * is no address, or of something else: that can be looked for as it is.
 */
export function parsePastedAddress(text: string, { portal, app }: KnownHosts): PastedPlace | ForeignPlace | null {
  const url = addressIn(text)
  if (url === null) return null
  // By host: an address of the same portal may have been written down without its `s`.
  const isOf = (origin: string) => new URL(origin).host === url.host
  const inMessenger = placeInMessenger(url)
  const place = (isOf(app) ? placeInApp(url) : null) ?? (isOf(portal) ? inMessenger : null)
  if (place !== null) return place
  return inMessenger !== null && !isOf(portal) && !isOf(app) ? { kind: 'foreign', host: url.host } : null
}

/** A message's number as one writes it down, `#84877`, `№ 84877` or `id:84877`; null for anything else. */
export function parseMessageNumber(text: string): MessageId | null {
  const [, digits] = /^\s*(?:[#№]\s?|id:\s?)(\d+)\s*$/i.exec(text) ?? []
  return parseMessageId(digits)
}
