import { isPortalError } from '~/domain/portal/portal-error'
import type { Command, Priority, RestClient } from './client.ts'
import { retryDelay } from './retry.ts'
import { systemClock, type Clock } from './scheduler.ts'

/** A batch holds no more; `docs/bitrix24/rest.md` §1.4. */
const MAX_COMMANDS = 50

/** The most urgent first. */
const PRIORITIES: readonly Priority[] = ['reader', 'prefetch', 'background']

interface CollectedCommand extends Command {
  readonly priority: Priority
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}

/** Members that are answered alone, though not in a batch; `docs/bitrix24/rest.md` §1.2, §1.4. */
const ONLY_ALONE = ['ERROR_BATCH_METHOD_NOT_ALLOWED', 'ERROR_BATCH_LENGTH_EXCEEDED']

/**
 * Calls that are made in one tick, sent together: up to fifty in a batch, which is as urgent as the most urgent of them. Those of
 * a batch that fail in a way that may pass are sent again, as each of them would be alone.
 */
export function createCollector({ call, batch }: Pick<RestClient, 'call' | 'batch'>, clock: Clock = systemClock): RestClient['collect'] {
  let collected: CollectedCommand[] = []

  const sendOneByOne = (members: readonly CollectedCommand[]): void => {
    for (const { method, params, priority, resolve, reject } of members) call(method, params, { priority }).then(resolve, reject)
  }

  /** Settles what is answered. @returns what is worth another attempt, and after how many milliseconds */
  function settle(group: readonly CollectedCommand[], answers: Awaited<ReturnType<RestClient['batch']>>, attempt: number) {
    const again: CollectedCommand[] = []
    let delay = 0
    for (const [index, member] of group.entries()) {
      const answer = answers[`c${index}`]
      if (answer?.ok) {
        member.resolve(answer.result)
        continue
      }
      if (isPortalError(answer?.error) && ONLY_ALONE.includes(answer.error.detail)) {
        sendOneByOne([member])
        continue
      }
      const wait = retryDelay(answer?.error, attempt, clock.random(), clock.now())
      if (wait === null) member.reject(answer?.error)
      else {
        again.push(member)
        delay = Math.max(delay, wait)
      }
    }
    return { again, delay }
  }

  async function send(group: readonly CollectedCommand[], attempt: number): Promise<void> {
    if (group.length === 1) return sendOneByOne(group)
    const priority = PRIORITIES.find((wanted) => group.some((member) => member.priority === wanted)) ?? 'reader'
    const commands = Object.fromEntries(group.map(({ method, params }, index) => [`c${index}`, { method, params }]))
    try {
      const { again, delay } = settle(group, await batch(commands, { priority }), attempt)
      if (again.length > 0) clock.after(delay, () => void send(again, attempt + 1))
    } catch (error) {
      // A portal that rejects batches still answers single calls.
      if (isPortalError(error) && ['unsupported', 'rejected', 'contract'].includes(error.code)) sendOneByOne(group)
      else for (const { reject } of group) reject(error)
    }
  }

  function flush(): void {
    const waiting = collected
    collected = []
    for (let from = 0; from < waiting.length; from += MAX_COMMANDS) void send(waiting.slice(from, from + MAX_COMMANDS), 1)
  }

  return (method, params, { priority = 'reader' } = {}) =>
    new Promise((resolve, reject) => {
      if (collected.length === 0) setTimeout(flush, 0)
      collected.push({ method, params, priority, resolve, reject })
    })
}
