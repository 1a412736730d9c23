import { describe, expect, it } from 'vitest'
import { fakeFile } from '~/testing/fake-file'
import { fakeMessage } from '~/testing/fake-message'
import { mergePages, type History } from '../history/history.ts'
import type { FileId } from '../ids.ts'
import { mediaSeen, viewedIndex } from './media-seen.ts'
import type { MediaItem } from './media.ts'

const fileId = (id: number) => (1_000 + id) as FileId
const picture = (id: number) => fakeFile(fileId(id), { kind: 'image', name: `${id}.png`, extension: 'png', sizeBytes: 1 })
/** A window with one picture a message; more lies on both sides of it. */
const windowOf = (...ids: number[]): History => ({
  ...mergePages([
    {
      messages: ids.map((id) => fakeMessage(id, 0, { fileIds: [fileId(id)] })),
      users: [],
      files: ids.map(picture),
      chatId: null,
      lost: 0,
      older: null,
      newer: null,
    },
  ]),
  older: { at: 'older', than: fakeMessage(ids[0] ?? 0, 0).id, probes: [] },
  newer: { at: 'newer', than: fakeMessage(ids.at(-1) ?? 0, 0).id, probes: [] },
})
const idsOf = (media: readonly MediaItem[]): number[] => media.map(({ message }) => message.id)
const keyOf = (id: number) => `${id} ${fileId(id)}`

describe('the pictures that the viewer has seen', () => {
  const seen = mediaSeen([], windowOf(3, 4, 5))
  it('stay when their pages are dropped', () => expect(idsOf(mediaSeen(seen, windowOf(4, 5, 6)))).toEqual([3, 4, 5, 6]))
  it('go when they are gone from between the messages that are there', () => expect(idsOf(mediaSeen(seen, windowOf(3, 5)))).toEqual([3, 5]))
  it('go at the end of the dialog too', () => expect(idsOf(mediaSeen(seen, { ...windowOf(3, 4), newer: null }))).toEqual([3, 4]))
})

describe('the picture that is looked at', () => {
  const media = mediaSeen([], windowOf(3, 4, 5))
  it('is the one that was pressed', () => expect(viewedIndex(media, keyOf(4), -1)).toBe(1))
  it('is none while that is being loaded, and never another one', () => expect(viewedIndex(media, keyOf(9), -1)).toBe(-1))
  it('is what has taken its place once it has been deleted', () => {
    expect(viewedIndex(media, keyOf(9), 1)).toBe(1)
    expect(viewedIndex(media, keyOf(9), 3)).toBe(2)
    expect(viewedIndex([], keyOf(9), 0)).toBe(-1)
  })
})
