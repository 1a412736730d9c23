import { expect, it } from 'vitest'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { AttachmentIndex } from '~/queries/AttachmentIndex'
import { createRestClient } from './rest-client.ts'
import { Scheduler, type Clock } from './scheduler.ts'

const dialogId = parseDialogId('chat1') as DialogId

/** A portal that is asked by hand: each request waits for its answer. */
function portalByHand() {
  const requests: {
    readonly method: string
    readonly signal: AbortSignal
    readonly answer: (result: unknown) => void
    readonly fail: (error: Error) => void
  }[] = []
  const timers: (() => void)[] = []
  // Time passes when the test says so.
  const clock: Clock = { now: () => 0, random: () => 0.5, after: (_, work) => (timers.push(work), () => {}) }
  const client = createRestClient(
    'https://portal.example',
    (method, _, signal) =>
      new Promise((answer, fail) => {
        requests.push({ method, signal, answer, fail })
        signal.addEventListener('abort', () => fail(signal.reason as Error))
      }),
    { scheduler: new Scheduler(clock) },
  )
  return { client, requests, runTimers: () => timers.splice(0).forEach((work) => work()) }
}

const refused = { code: 'auth' }
const settle = () => new Promise<void>((resolve) => setImmediate(resolve))

it('a client that is closed ends what is under way, what waits, and what is asked later', async () => {
  const { client, requests, runTimers } = portalByHand()
  const many = Array.from({ length: 10 }, (_, at) => client.call('m', { at }))
  const failed = client.call('fails', {})
  await settle()
  const underWay = requests.length
  requests[0]?.fail(new PortalError('network', 'it would be tried again'))
  await settle()
  client.close()
  expect(requests.every(({ signal }, at) => at === 0 || signal.aborted)).toBe(true)
  for (const result of await Promise.allSettled([...many, failed])) expect(result).toMatchObject({ status: 'rejected', reason: refused })
  await expect(client.call('later', {})).rejects.toMatchObject(refused)
  await expect(client.collect('later', {})).rejects.toMatchObject(refused)
  await expect(client.batch({ a: { method: 'later', params: {} } })).rejects.toMatchObject(refused)
  await expect(client.download('https://portal.example/rest/download.json?token=1')).rejects.toMatchObject(refused)
  runTimers()
  await settle()
  expect(requests.filter(({ method }) => method === 'later')).toEqual([])
  expect(requests.length).toBeLessThanOrEqual(underWay + 1)
})

it('a scan that goes on asks nothing more once its client is closed', async () => {
  const { client, requests } = portalByHand()
  const index = new AttachmentIndex(() => [])
  const scan = index.read(client, dialogId)
  await expect.poll(() => requests.length).toBe(1)
  client.close()
  requests[0]?.answer({ result: {}, result_error: [] })
  await scan
  expect(requests).toHaveLength(1)
  expect(index.progress.get()).toMatchObject({ reading: false, complete: false })
})
