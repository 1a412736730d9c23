import { pageEdges } from '~/domain/history/cursor'
import { firstOnDay } from '~/domain/history/first-on-day'
import { joinPages, type MessagePage } from '~/domain/history/history'
import type { DialogId, MessageId } from '~/domain/ids'
import { isPortalError } from '~/domain/portal/portal-error'
import type { Clock } from '~/lib/time/clock'
import { dayStart, writtenOffset, type DayStart } from '~/lib/time/day-start'
import type { BatchAnswer, CallOptions, Command, RestClient } from '../../client/client.ts'
import { decodeMessagePage, type DecodedPage } from '../../decode/decode-message-page.ts'
import { listOf, phpMap, wireId } from '../../decode/wire.ts'
import { probeDay } from './day-by-probing.ts'
import type { HistoryScope } from './history-requests.ts'
import { loadWindow, page } from './load-window.ts'
import { aroundCommands, newestCommand, OLDER_HALF, oldestCommand, PAGE_LIMIT } from './window-request.ts'

/** Where a day begins, with the messages around. */
export interface FoundDay {
  /** The first message of the day, or of the next one that has any; the newest one where none has. */
  readonly id: MessageId
  /** Holds it; ends of the history are closed. */
  readonly page: MessagePage
}

const SEARCH = 'im.dialog.messages.search'

const shortened = ({ method, params }: Command): Command => ({ method, params: { ...params, LIMIT: OLDER_HALF } })

/**
 * The first message since a day began, what lies around it, and both ends of the history: the first one knows the number of the
 * chat, which a search wants (`docs/bitrix24/rest.md` §2), and either is what is shown where the day lies beyond it.
 */
function dayCommands(dialogId: DialogId, day: string, { offset }: DayStart) {
  const { below, above } = aroundCommands(dialogId, '$result[found][messages][0][id]')
  return {
    first: shortened(oldestCommand(dialogId)),
    last: shortened(newestCommand(dialogId)),
    found: {
      method: SEARCH,
      params: {
        CHAT_ID: '$result[first][chat_id]',
        DATE_FROM: `${day}T00:00:00${writtenOffset(offset)}`,
        ORDER: { ID: 'ASC' },
        LIMIT: 1,
      },
    },
    below,
    above,
  }
}

type Answers = Readonly<Partial<Record<keyof ReturnType<typeof dayCommands>, BatchAnswer>>>

const isShort = (found: DecodedPage): boolean => found.received < OLDER_HALF

/** A portal without batches is asked for what the other answers then depend on. @throws {PortalError} */
async function ask({ client, dialogId, options }: HistoryScope, day: string, start: DayStart): Promise<Answers> {
  const commands = dayCommands(dialogId, day, start)
  try {
    return await client.batch(commands, options)
  } catch (error) {
    if (!isPortalError(error) || !['unsupported', 'rejected', 'contract'].includes(error.code)) throw error
  }
  const call = async ({ method, params }: Command): Promise<BatchAnswer> => {
    try {
      return { ok: true, result: await client.call(method, params, options), time: null }
    } catch (error) {
      if (!isPortalError(error)) throw error
      return { ok: false, error }
    }
  }
  const first = await call(commands.first)
  if (!first.ok) return { first }
  const { method, params } = commands.found
  return { first, found: await call({ method, params: { ...params, CHAT_ID: phpMap(first.result)['chat_id'] } }) }
}

/** Of an answer that has none, an empty page; the first page alone has to come. @throws {PortalError} */
function pageOf({ client }: HistoryScope, answers: Answers, key: 'first' | 'last' | 'below' | 'above'): DecodedPage {
  const answer = answers[key]
  if (answer?.ok) return decodeMessagePage(answer.result, client.portal)
  if (answer && key === 'first') throw answer.error
  return decodeMessagePage(null, client.portal)
}

/** What the search has found: an id, null for nothing; undefined where the portal has no search, or refuses it. @throws {PortalError} */
function foundId({ found }: Answers): MessageId | null | undefined {
  if (found?.ok) return wireId(phpMap(listOf(phpMap(found.result)['messages'])[0])['id']) as MessageId | null
  if (isPortalError(found?.error) && ['auth', 'network'].includes(found.error.code)) throw found.error
  return undefined
}

/** The messages around the one that was found. */
async function around(scope: HistoryScope, answers: Answers, id: MessageId, first: DecodedPage): Promise<MessagePage> {
  const [below, above] = [pageOf(scope, answers, 'below'), pageOf(scope, answers, 'above')]
  if (above.messages.some((message) => message.id === id)) {
    const joined = joinPages(below, page(above, { newer: above.received < PAGE_LIMIT }))
    return { ...joined, older: isShort(below) ? null : pageEdges(joined.messages).older }
  }
  if (first.messages.some((message) => message.id === id)) return page(first, { older: true, newer: isShort(first) })
  return loadWindow(scope.client, scope.dialogId, { at: 'around', id }, scope.options)
}

/** Nothing has been written since the day began: the newest messages. */
async function theEnd({ client, dialogId, options }: HistoryScope, last: DecodedPage): Promise<FoundDay | null> {
  const end =
    last.messages.length > 0
      ? page(last, { newer: true, older: isShort(last) })
      : await loadWindow(client, dialogId, { at: 'newest', visit: 0 }, options)
  const newest = end.messages.at(-1)
  return newest ? { id: newest.id, page: end } : null
}

/**
 * Where a day begins, usually in one request; null for a dialog without messages. Where the portal has no search of messages by
 * date, they are probed by their ids.
 * @param day `YYYY-MM-DD`, on the reader's clock
 * @throws {PortalError}
 */
export async function loadDay(
  client: RestClient,
  dialogId: DialogId,
  day: string,
  clock: Clock,
  options: CallOptions = {},
): Promise<FoundDay | null> {
  const scope: HistoryScope = { client, dialogId, options }
  let start = dayStart(clock, day)
  for (let attempt = 0; ; attempt++) {
    const answers: Answers = await ask(scope, day, start)
    const first = pageOf(scope, answers, 'first')
    if (first.received === 0) return null
    const last = pageOf(scope, answers, 'last')
    const near = foundId(answers)
    const read =
      near === undefined
        ? await probeDay(scope, { first, last }, start.at)
        : near === null
          ? await theEnd(scope, last)
          : { id: near, page: await around(scope, answers, near, first) }
    if (!read) return null
    const exact = firstOnDay(read.page.messages, read.id, day, clock)
    if (exact?.isCertain || (exact && read.page.older === null)) return { id: exact.id, page: read.page }
    // On the portal's clock a day begins by an offset that only its messages tell.
    const written = read.page.messages.find(({ id }) => id === read.id)?.utcOffset ?? null
    const told = dayStart(clock, day, written)
    if (told.at === start.at || attempt > 0) return { id: exact?.id ?? read.id, page: read.page }
    start = told
  }
}
