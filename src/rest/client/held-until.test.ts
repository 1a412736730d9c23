import { expect, it } from 'vitest'
import { PortalError } from '~/domain/portal/portal-error'
import { settle, TestClock } from '~/testing/TestClock'
import { createRestClient } from './rest-client.ts'
import { Scheduler } from './scheduler.ts'

/** A portal that fails so many times before it answers. */
async function clientOf(failure: PortalError, times: number) {
  const clock = new TestClock()
  let left = times
  const client = createRestClient('https://portal.example', async () => (left-- > 0 ? Promise.reject(failure) : 'there'), {
    scheduler: new Scheduler(clock),
  })
  await client.prepare()
  return { client, clock }
}

const tooMany = new PortalError('rate-limit', 'no', { detail: 'QUERY_LIMIT_EXCEEDED' })

it('for what the reader waits for it is told until when the portal’s limits hold it up, and that they do not any more', async () => {
  const { client, clock } = await clientOf(tooMany, 2)
  const answer = client.call('im.recent.list', {})
  await settle()
  expect(client.heldUntil.get()).toBeGreaterThan(clock.now())
  await clock.advance(60_000)
  await expect(answer).resolves.toBe('there')
  expect(client.heldUntil.get()).toBeNull()
  expect(client.outcome.get()).toBeNull()
  client.close()
})

it('nothing is told of what nobody waits for, nor of a portal that is not reached', async () => {
  const background = await clientOf(tooMany, 1)
  void background.client.call('im.recent.list', {}, { priority: 'background' })
  const unreached = await clientOf(new PortalError('network', 'no'), 1)
  void unreached.client.call('im.recent.list', {})
  await settle()
  for (const { client, clock } of [background, unreached]) {
    expect(client.heldUntil.get()).toBeNull()
    await clock.advance(60_000)
    client.close()
  }
})

it('how the last request ended is known, whosever it was', async () => {
  const refused = new PortalError('auth', 'no', { detail: 'INVALID_CREDENTIALS' })
  const { client } = await clientOf(refused, 1)
  await expect(client.call('profile', {})).rejects.toBe(refused)
  expect(client.outcome.get()).toBe(refused)
  await client.call('profile', {})
  expect(client.outcome.get()).toBeNull()
  client.close()
})
