import { expect, it } from 'vitest'
import { parseDialogId, type DialogId, type FileId } from '~/domain/ids'
import { PortalError } from '~/domain/portal/portal-error'
import { Cell } from '~/lib/Cell'
import type { RestClient } from '../client/client.ts'
import { downloadFiles, loadFile } from './file-link.ts'

const dialogId = parseDialogId('chat1') as DialogId
const wantedOf = (...ids: number[]) => ids.map((id) => ({ dialogId, fileId: id as FileId }))

/** A portal whose links contain the file and how often it was requested; `expired` links lead nowhere, `forbidden` files have none. */
function filesPortal({ expired = [] as string[], forbidden = [] as number[] } = {}) {
  const asked: number[] = []
  const fetched: string[] = []
  const never = () => Promise.reject(new Error('not asked here'))
  const client: RestClient = {
    portal: 'https://portal.example',
    outcome: new Cell<PortalError | null>(null),
    heldUntil: new Cell<number | null>(null),
    call: never,
    batch: never,
    async collect(_method, params) {
      const id = Number(params['fileId'])
      asked.push(id)
      if (forbidden.includes(id)) throw new PortalError('access', 'ACCESS_DENIED')
      return { downloadUrl: `https://portal.example/rest/${id}-${asked.filter((other) => other === id).length}` }
    },
    close: () => {},
    async download(url) {
      fetched.push(url.split('/').at(-1) ?? '')
      if (expired.includes(url.split('/').at(-1) ?? '')) throw new PortalError('network', 'expired')
      return new Blob([url])
    },
  }
  return { client, asked, fetched }
}

it('files come one after the other in their order, the links of 25 asked for together', async () => {
  const portal = filesPortal()
  const ids = Array.from({ length: 30 }, (_, at) => at + 1)
  const seen: number[] = []
  for await (const { wanted, ...download } of downloadFiles(portal.client, wantedOf(...ids), new AbortController().signal)) {
    expect('blob' in download).toBe(true)
    seen.push(wanted.fileId)
    // Nothing is fetched ahead of what is taken: one file is held at a time.
    expect(portal.fetched).toHaveLength(seen.length)
    expect(portal.asked).toHaveLength(seen.length <= 25 ? 25 : 30)
  }
  expect(seen).toEqual(ids)
})

it('a link that has expired is asked for anew once; what the portal does not give is told and holds up nothing', async () => {
  const portal = filesPortal({ expired: ['2-1', '3-1', '3-2'], forbidden: [4] })
  const told: string[] = []
  for await (const download of downloadFiles(portal.client, wantedOf(1, 2, 3, 4, 5), new AbortController().signal))
    told.push(`${download.wanted.fileId} ${'blob' in download ? 'saved' : (download.error as PortalError).code}`)
  expect(told).toEqual(['1 saved', '2 saved', '3 network', '4 access', '5 saved'])
  expect(portal.fetched).toEqual(['1-1', '2-1', '2-2', '3-1', '3-2', '5-1'])
})

it('stopping ends it with an error and fetches no more', async () => {
  const portal = filesPortal()
  const stop = new AbortController()
  const taken = async () => {
    for await (const { wanted } of downloadFiles(portal.client, wantedOf(1, 2, 3), stop.signal)) if (wanted.fileId === 2) stop.abort()
  }
  await expect(taken()).rejects.toThrow()
  expect(portal.fetched).toEqual(['1-1', '2-1'])
})

it('one file is asked for anew where its link is refused, and not where the portal is out of reach or denies it', async () => {
  for (const [code, fetched] of [
    ['rejected', 2],
    ['network', 1],
    ['access', 1],
  ] as const) {
    const portal = filesPortal()
    let tries = 0
    const client: RestClient = {
      ...portal.client,
      async download(url) {
        if (++tries === 1) throw new PortalError(code, 'no')
        return new Blob([url])
      },
    }
    const [wanted] = wantedOf(7)
    if (!wanted) throw new Error('no file')
    const file = await loadFile(client, wanted, new AbortController().signal).catch((error: unknown) => error)
    expect(file instanceof Blob).toBe(code === 'rejected')
    expect(tries).toBe(fetched)
    expect(portal.asked).toHaveLength(fetched)
  }
})
