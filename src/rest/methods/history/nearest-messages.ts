import type { Probed } from '~/domain/history/day-probing'
import type { Command } from '../../client/client.ts'
import type { DecodedPage } from '../../decode/decode-message-page.ts'
import { askTogether, pageCommand, type HistoryScope } from './history-requests.ts'

/** Names of the commands of a batch, in order. */
export const keyed = (commands: readonly Command[]): Readonly<Record<string, Command>> =>
  Object.fromEntries(commands.map((command, at) => [`p${at}`, command]))

/** The nearest messages below some ids; null for those that have none, or none with a date. */
export async function askNearest(scope: HistoryScope, ids: readonly number[]): Promise<(Probed | null)[]> {
  const answers: Partial<Record<string, DecodedPage>> = await askTogether(
    scope,
    keyed(ids.map((id) => pageCommand(scope, { LAST_ID: id, LIMIT: 1 }))),
  )
  return ids.map((_, at) => {
    const message = answers[`p${at}`]?.messages.at(-1)
    return message && message.sentAt !== null ? { id: message.id, sentAt: message.sentAt } : null
  })
}
