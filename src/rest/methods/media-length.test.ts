import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parseDialogId, type DialogId, type FileId } from '~/domain/ids'
import { fakePortal } from '~/testing/fake-portal'
import { loadMediaLength } from './media-length.ts'

const voice = readFileSync(new URL('../../../demo/assets/voice.ogg', import.meta.url))

/** A portal that gives parts of one file, as many bytes as it is padded to in the middle. */
function portalOf(file: Uint8Array) {
  const read: number[] = []
  const portal = fakePortal({ ids: [] })
  portal.collect = () => Promise.resolve({ downloadUrl: `${portal.portal}/rest/link` })
  portal.download = async (_url, { range } = {}) => {
    const part = new Blob([Uint8Array.from(file.subarray(range?.from, range?.to))])
    read.push(part.size)
    return part
  }
  const wanted = { dialogId: parseDialogId('chat1') as DialogId, fileId: 1 as FileId, sizeBytes: file.length }
  return { read, length: () => loadMediaLength(portal, wanted, new AbortController().signal) }
}

it('a short sound is known by one part of it', async () => {
  const { read, length } = portalOf(voice)
  expect(await length()).toBeCloseTo(6, 0)
  expect(read).toEqual([voice.length])
})

it('a long one is known by a few kB of either end', async () => {
  const { read, length } = portalOf(Buffer.concat([voice.subarray(0, 6_000), Buffer.alloc(3_000_000), voice.subarray(6_000)]))
  expect(await length()).toBeCloseTo(6, 0)
  expect(read).toEqual([16_384, 16_384])
})
