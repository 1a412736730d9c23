import { isConversation, parseDialogId, type DialogId } from '~/domain/ids'
import { isPortalError } from '~/domain/portal/portal-error'
import { getOrMake } from '~/lib/get-or-make'
import type { BatchAnswer, CallOptions, Command, RestClient, RestParams } from '../../client/client.ts'
import type { OpenLineSession } from '../../decode/open-line-session.ts'
import { phpMap, text } from '../../decode/wire.ts'
import { loadSession } from './load-session.ts'
import { answerOf, type SessionAnswer } from './session-answers.ts'

const HISTORY = 'im.dialog.messages.get'
const SEARCH = 'im.dialog.messages.search'

/** How old a conversation in memory may be when it is compared with the portal's, ms. */
const FRESH_MS = 60_000

/**
 * Conversations in memory. Whoever reads one has it from a single request; it is read again where it is compared with the portal, which
 * is not what the reader waits for, and not more often than once a minute.
 */
class Readings {
  readonly #client: RestClient
  readonly #kept = new Map<DialogId, { readonly session: OpenLineSession; readonly readAt: number }>()

  constructor(client: RestClient) {
    this.#client = client
  }

  /** The client shares identical requests that are under way. @throws {PortalError} */
  readonly read = async (conversation: DialogId, method: string, options: CallOptions): Promise<OpenLineSession> => {
    const kept = this.#kept.get(conversation)
    const compares = method === HISTORY && (options.priority ?? 'reader') !== 'reader'
    if (kept && !(compares && Date.now() - kept.readAt > FRESH_MS)) return kept.session
    const session = await loadSession(this.#client, conversation, options)
    this.#kept.set(conversation, { session, readAt: Date.now() })
    return session
  }
}

type Reading = Readings['read']

/** For the commands of one batch: what was refused to the first of them is refused to all. */
function readOnce(read: Reading): Reading {
  const begun = new Map<DialogId, Promise<OpenLineSession>>()
  return (conversation, ...asked) => getOrMake(begun, conversation, () => read(conversation, ...asked))
}

/** The value of a parameter, in which `$result[…]` stands for a part of an earlier answer; `docs/bitrix24/rest.md` §1.4. */
function referred(answers: Readonly<Record<string, BatchAnswer>>, value: unknown): unknown {
  const [, key = '', path = ''] = typeof value === 'string' ? (/^\$result\[([^\]]*)\]((?:\[[^\]]*\])+)$/.exec(value) ?? []) : []
  const answer = answers[key]
  if (!answer) return value
  let found: unknown = answer.ok ? answer.result : null
  for (const [, name = ''] of path.matchAll(/\[([^\]]*)\]/g)) {
    found = Array.isArray(found) ? (found as unknown[])[Number(name)] : phpMap(found)[name]
  }
  return found ?? ''
}

const resolved = (answers: Readonly<Record<string, BatchAnswer>>, params: RestParams): RestParams =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, referred(answers, value)]))

/** Failures that tell of the one command, and not of the whole request. */
const isOfCommand = (error: unknown): error is Error => isPortalError(error) && !['auth', 'network', 'rate-limit'].includes(error.code)

/**
 * The portal for whoever reads a conversation of an open channel as if it were a chat: what is asked of the conversation is answered
 * from memory, with the semantics of `docs/bitrix24/rest.md` §3 and §6, and everything else goes to the portal as it is.
 * @param own which conversation it is; a search names but the number of its chat
 */
export function sessionClient(client: RestClient, own: DialogId): RestClient {
  const readings = new Readings(client)

  /** The conversation that a command is about; null where it is about anything else. @throws {PortalError} */
  async function sessionFor({ method, params }: Command, options: CallOptions, read: Reading): Promise<OpenLineSession | null> {
    const dialogId = parseDialogId(text(params['DIALOG_ID'] ?? params['dialogId']))
    if (dialogId !== null && isConversation(dialogId)) return read(dialogId, method, options)
    if (method !== SEARCH) return null
    const session = await read(own, method, options)
    return Number(params['CHAT_ID']) === session.chatId ? session : null
  }

  /** What is known of a command: its answer, or how the portal is to be asked. @throws {PortalError} */
  async function answerOrCommand(command: Command, options: CallOptions, read: Reading = readings.read): Promise<SessionAnswer | Command> {
    const session = await sessionFor(command, options, read)
    if (session === null) return command
    const answer = answerOf(session, command.method, command.params)
    // Files lie in the chat of the conversation.
    return answer ?? { method: command.method, params: { ...command.params, dialogId: `chat${session.chatId}` } }
  }

  const batch: RestClient['batch'] = async (commands, options = {}) => {
    const answers: Record<string, BatchAnswer> = {}
    const others: Record<string, Command> = {}
    const read = readOnce(readings.read)
    for (const [key, { method, params }] of Object.entries(commands)) {
      try {
        const found = await answerOrCommand({ method, params: resolved(answers, params) }, options, read)
        if ('method' in found) others[key] = found
        else answers[key] = { ok: true, time: null, ...found }
      } catch (error) {
        if (!isOfCommand(error)) throw error
        answers[key] = { ok: false, error }
      }
    }
    if (Object.keys(others).length > 0) Object.assign(answers, await client.batch(others, options))
    // As the commands stood, whoever has answered them.
    return Object.fromEntries(Object.keys(commands).flatMap((key) => (answers[key] ? [[key, answers[key]] as const] : [])))
  }

  return {
    ...client,
    batch,
    async call(method, params, options = {}) {
      const found = await answerOrCommand({ method, params }, options)
      return 'method' in found ? client.call(found.method, found.params, options) : found.result
    },
    async collect(method, params, options = {}) {
      const found = await answerOrCommand({ method, params }, options)
      return 'method' in found ? client.collect(found.method, found.params, options) : found.result
    },
  }
}
