import { isPortalError } from '~/domain/portal/portal-error'
import type { Command, Priority, RestClient } from './client.ts'

/** A batch holds no more; `docs/bitrix24/rest.md` §1.4. */
const MAX_COMMANDS = 50

/** The most urgent first. */
const PRIORITIES: readonly Priority[] = ['reader', 'prefetch', 'background']

interface CollectedCommand extends Command {
  readonly priority: Priority
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Calls that are made in one tick, sent together: up to fifty in a batch, which is as urgent as the most urgent of them. */
export function createCollector({ call, batch }: Pick<RestClient, 'call' | 'batch'>): RestClient['collect'] {
  let collected: CollectedCommand[] = []

  const sendOneByOne = (members: readonly CollectedCommand[]): void => {
    for (const { method, params, priority, resolve, reject } of members) call(method, params, { priority }).then(resolve, reject)
  }

  async function send(group: readonly CollectedCommand[]): Promise<void> {
    if (group.length === 1) return sendOneByOne(group)
    const priority = PRIORITIES.find((wanted) => group.some((member) => member.priority === wanted)) ?? 'reader'
    const commands = Object.fromEntries(group.map(({ method, params }, index) => [`c${index}`, { method, params }]))
    try {
      const answers = await batch(commands, { priority })
      for (const [index, { resolve, reject }] of group.entries()) {
        const answer = answers[`c${index}`]
        if (answer?.ok) resolve(answer.result)
        else reject(answer?.error)
      }
    } catch (error) {
      // A portal that rejects batches still answers single calls.
      if (isPortalError(error) && ['unsupported', 'rejected', 'contract'].includes(error.code)) sendOneByOne(group)
      else for (const { reject } of group) reject(error)
    }
  }

  function flush(): void {
    const waiting = collected
    collected = []
    for (let from = 0; from < waiting.length; from += MAX_COMMANDS) void send(waiting.slice(from, from + MAX_COMMANDS))
  }

  return (method, params, { priority = 'reader' } = {}) =>
    new Promise((resolve, reject) => {
      if (collected.length === 0) setTimeout(flush, 0)
      collected.push({ method, params, priority, resolve, reject })
    })
}
