import { describe, expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import { parseDialogId, type DialogId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { fakePortal } from '~/testing/fake-portal'
import { AttachmentIndex } from './AttachmentIndex.ts'

const DAY_MS = 86_400_000
const dialogId = parseDialogId('chat1') as DialogId

/** A message of the day of its id, with a link. */
const linking = (id: number) => fakeMessage(id, id * DAY_MS, { text: `https://example.org/${id}` })

const page = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => linking(from + at))
const files = new Map()
const users = new Map()
const linksOf = (text: string) => (text.startsWith('https:') ? [text] : [])

async function entriesOf(index: AttachmentIndex): Promise<number[]> {
  await new Promise<void>((resolve) => index.entries.subscribe(resolve))
  return index.entries.get().map(({ message }) => message.id)
}

it('what was read is found newest first, each once, back to the oldest message', async () => {
  const index = new AttachmentIndex(linksOf)
  index.add({ messages: page(101, 150), files, users })
  index.add({ messages: page(51, 150), files, users })
  expect(await entriesOf(index)).toEqual(Array.from({ length: 100 }, (_, at) => 150 - at))
  expect(index.progress.get()).toMatchObject({ oldestAt: 51 * DAY_MS, contiguous: false })
})

it('somebody who reads past a great many keeps the last of them, and is told how far back these go', async () => {
  const index = new AttachmentIndex(linksOf)
  for (let from = 1; from <= 5_000; from += 50) index.add({ messages: page(from, from + 49), files, users })
  expect(await entriesOf(index)).toEqual(Array.from({ length: 500 }, (_, at) => 5_000 - at))
  expect(index.progress.get().oldestAt).toBe(4_501 * DAY_MS)
  // A window that was left and opened again: the same messages come back.
  const window = page(6_001, 6_050)
  index.add({ messages: window, files, users })
  // With what was learned about them later they are new objects.
  const enriched = window.map((message) => ({ ...message }))
  index.add({ messages: enriched, files, users })
  for (let from = 7_001; from <= 7_500; from += 50) index.add({ messages: page(from, from + 49), files, users })
  expect(await entriesOf(index)).not.toContain(6_001)
  index.add({ messages: enriched, files, users })
  expect(await entriesOf(index)).toContain(6_001)
  // So are messages that are read again.
  index.add({ messages: page(1, 50), files, users })
  expect((await entriesOf(index)).slice(-50)).toEqual(Array.from({ length: 50 }, (_, at) => 50 - at))
  expect(index.progress.get().oldestAt).toBe(1 * DAY_MS)
})

it('what is left before its links are found is not listed; what stands there then is', async () => {
  const index = new AttachmentIndex(linksOf)
  const leaving = new AbortController()
  leaving.abort()
  await index.take({ messages: page(1, 50), files, users }, false, leaving.signal)
  await index.take({ messages: page(51, 100), files, users }, true, new AbortController().signal)
  expect(await entriesOf(index)).toEqual(Array.from({ length: 50 }, (_, at) => 100 - at))
})

/** A portal whose every message has a link. */
const portalOfLinks = (count: number) =>
  fakePortal({ ids: Array.from({ length: count }, (_, at) => at + 1), textOf: (id) => `https://example.org/${id}` })

it('what the chat was looked through for is all kept, and reading elsewhere does not change how far that goes', async () => {
  const portal = portalOfLinks(1_200)
  const index = new AttachmentIndex(linksOf)
  await index.read(portal, dialogId)
  expect(await entriesOf(index)).toHaveLength(1_200)
  const { oldestAt } = index.progress.get()
  index.add({ messages: [linking(1_201)], files, users })
  expect(await entriesOf(index)).toHaveLength(1_201)
  expect(index.progress.get()).toMatchObject({ oldestAt, contiguous: true, complete: true })
})

describe('after a chat has been looked through', () => {
  async function scanned(count = 120) {
    const portal = portalOfLinks(count)
    const index = new AttachmentIndex(linksOf)
    await index.read(portal, dialogId)
    await entriesOf(index)
    return { portal, index }
  }

  it('what has come since is found by another look, and until when all is known is said', async () => {
    const { portal, index } = await scanned()
    expect(index.progress.get().newestKnownAt).not.toBeNull()
    portal.ids.push(...Array.from({ length: 80 }, (_, at) => 121 + at))
    portal.asked.length = 0
    await index.update(portal, dialogId)
    expect(await entriesOf(index)).toEqual(Array.from({ length: 200 }, (_, at) => 200 - at))
    // Not from the beginning.
    expect(portal.asked.every(({ params }) => params['LAST_ID'] === undefined)).toBe(true)
    expect(index.progress.get()).toMatchObject({ complete: true, reading: false, failure: null })
  })

  it('what arrives in a window that joins it is part of it, beyond the limit of what is only read', async () => {
    const { index } = await scanned()
    const newestKnownAt = index.progress.get().newestKnownAt ?? Number.NaN
    index.add({ messages: page(100, 800), files, users }, true)
    expect(await entriesOf(index)).toHaveLength(800)
    expect(index.progress.get().newestKnownAt).toBeGreaterThanOrEqual(newestKnownAt)
    index.add({ messages: page(2_000, 2_700), files, users }, true)
    // These are not known to follow one another.
    expect(await entriesOf(index)).toHaveLength(800 + 500)
  })

  it('what was deleted goes: marked, without a trace, or because an edit took its link', async () => {
    const { index } = await scanned()
    const window = page(80, 120).flatMap((message) => {
      if (message.id === 90) return []
      if (message.id === 95) return [{ ...message, deleted: true }]
      return [message.id === 100 ? { ...message, text: 'no link any more' } : message]
    })
    index.add({ messages: window, files, users }, true)
    const ids = await entriesOf(index)
    expect(ids).toHaveLength(117)
    for (const id of [90, 95, 100]) expect(ids).not.toContain(id)
  })

  it('nobody holds the texts and the records of its messages', async () => {
    const { index } = await scanned()
    for (const { message } of index.entries.get()) expect([message.text, message.raw]).toEqual(['', {}])
  })

  it('that was empty then, all of it is found', async () => {
    const { portal, index } = await (async () => {
      const empty = portalOfLinks(0)
      const made = new AttachmentIndex(linksOf)
      await made.read(empty, dialogId)
      return { portal: empty, index: made }
    })()
    expect(index.progress.get()).toMatchObject({ complete: true })
    portal.ids.push(1, 2, 3)
    await index.read(portal, dialogId)
    expect(await entriesOf(index)).toEqual([3, 2, 1])
  })
})

it('a chat with more than is kept is looked through only so far, and says how far', async () => {
  const portal = portalOfLinks(5_000)
  const index = new AttachmentIndex(linksOf, 300)
  await index.read(portal, dialogId)
  const ids = await entriesOf(index)
  expect(ids.length).toBeGreaterThanOrEqual(300)
  expect(ids.length).toBeLessThan(350)
  expect(index.progress.get()).toMatchObject({ full: true, complete: false, reading: false })
  portal.ids.push(...Array.from({ length: 100 }, (_, at) => 5_001 + at))
  await index.update(portal, dialogId)
  const later = await entriesOf(index)
  expect(later).toHaveLength(300)
  expect(later[0]).toBe(5_100)
  // What is older is not looked for again.
  portal.requests = 0
  await index.read(portal, dialogId)
  expect(portal.requests).toBeLessThan(4)
})

it('a look that breaks off says why, and one that the reader stops says nothing', async () => {
  const portal = portalOfLinks(500)
  const index = new AttachmentIndex(linksOf)
  const call = portal.call.bind(portal)
  portal.batch = () => Promise.reject(new PortalError('unsupported', 'batch'))
  portal.call = () => Promise.reject(new PortalError('access', 'no', { detail: 'ACCESS_ERROR' }))
  await index.read(portal, dialogId)
  expect(index.progress.get()).toMatchObject({ failure: { detail: 'ACCESS_ERROR' }, reading: false, complete: false })
  portal.call = (method, params) => {
    index.stop()
    return call(method, params)
  }
  await index.read(portal, dialogId)
  expect(index.progress.get()).toMatchObject({ failure: null, reading: false, complete: false })
})
