import { pageEdges } from '~/domain/history/cursor'
import { isNarrow, narrowed, probesOf, type Bracket } from '~/domain/history/day-probing'
import { joinPages, type MessagePage } from '~/domain/history/history'
import type { MessageId } from '~/domain/ids'
import type { Message } from '~/domain/message/message'
import { PortalError } from '~/domain/portal/portal-error'
import type { DecodedPage } from '../../decode/decode-message-page.ts'
import { askTogether, isShort, pageCommand, type HistoryScope } from './history-requests.ts'
import type { FoundDay } from './load-day.ts'
import { loadWindow, page } from './load-window.ts'
import { askNearest, keyed } from './nearest-messages.ts'
import { OLDER_HALF, PAGE_LIMIT } from './window-request.ts'

/** Both ends of a history. */
interface Ends {
  readonly first: DecodedPage
  readonly last: DecodedPage
}

const isSince = (since: number) => (message: Message) => message.sentAt !== null && message.sentAt >= since

const unableToTell = () => new PortalError('unsupported', 'This portal does not find messages by date.', { detail: 'DATE' })

/**
 * The first message since an instant, by ids alone, which grow with time: fifty probes in a request leave a fiftieth of the ids,
 * until the rest can be read. @throws {PortalError} code `unsupported` where the portal knows no ids but those of its messages
 */
export async function probeDay(scope: HistoryScope, { first, last }: Ends, since: number): Promise<FoundDay> {
  const isLate = isSince(since)
  const early = first.messages.find(isLate)
  if (early) return { id: early.id, page: page(first, { older: true, newer: first.received < OLDER_HALF }) }
  const newest = last.messages.at(-1)
  const oldest = first.messages.at(-1)
  if (!newest || !oldest) throw unableToTell()
  const isWhole = last.received < OLDER_HALF
  const late = last.messages.findIndex(isLate)
  const end: MessagePage = page(last, { newer: true, older: isWhole })
  if (late < 0) return { id: newest.id, page: end }
  if (late > 0) return { id: (last.messages[late] as Message).id, page: end }
  let bracket: Bracket = { from: oldest.id + 1, to: (last.messages[0] as Message).id }
  while (!isNarrow(bracket)) {
    const probes = probesOf(bracket)
    const left = narrowed(bracket, probes, await askNearest(scope, probes), since)
    if (left.from === bracket.from && left.to === bracket.to) throw unableToTell()
    bracket = left
  }
  return readBracket(scope, bracket, isLate)
}

/** Reads all that a bracket may hold, in one request, and finds the message in it. */
async function readBracket(scope: HistoryScope, { from, to }: Bracket, isLate: (message: Message) => boolean): Promise<FoundDay> {
  const pages = Math.ceil((to - from + 1) / PAGE_LIMIT) + 1
  const chain = Array.from({ length: pages }, (_, at) =>
    pageCommand(scope, {
      // The first begins at the nearest message below, so that the parts join.
      FIRST_ID: at === 0 ? '$result[p0][messages][0][id]' : `$result[p${at}][messages][${PAGE_LIMIT - 1}][id]`,
    }),
  )
  const commands = keyed([pageCommand(scope, { LAST_ID: from, LIMIT: OLDER_HALF }), ...chain])
  const answers: Partial<Record<string, DecodedPage>> = await askTogether(scope, commands)
  const below = answers['p0']
  if (!below || below.messages.length === 0) throw unableToTell()
  let read: MessagePage = page(below, { older: below.received < OLDER_HALF })
  for (let at = 1; at <= pages; at++) {
    const next = answers[`p${at}`]
    if (!next || next.messages.length === 0) break
    read = joinPages(read, page(next, { newer: isShort(next) }))
    const found = next.messages.find(isLate)
    // What was read on the way there is not needed: the window begins a little before the message.
    if (found) return { id: found.id, page: at === 1 ? read : beginningNear(read, found.id) }
  }
  return { id: to as MessageId, page: await loadWindow(scope.client, scope.dialogId, { at: 'around', id: to as MessageId }, scope.options) }
}

/** The same page from half a page before a message on. */
function beginningNear(read: MessagePage, id: MessageId): MessagePage {
  const at = read.messages.findIndex((message) => message.id === id)
  const messages = read.messages.slice(Math.max(0, at - OLDER_HALF))
  const isCut = messages.length < read.messages.length
  return { ...read, messages, older: isCut ? pageEdges(messages).older : read.older }
}
