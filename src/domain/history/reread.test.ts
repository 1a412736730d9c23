import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fakeMessage } from '~/testing/fake-message'
import type { UserId } from '../ids.ts'
import type { TextMessage } from '../message/message.ts'
import { pageEdges } from './cursor.ts'
import { mergePages, type MessagePage } from './history.ts'
import { applyReread, pagesToKeep, type Reread } from './reread.ts'

type Over = Parameters<typeof fakeMessage>[2]
const messageOf = (id: number, over: Over = {}): TextMessage => fakeMessage(id, 0, { raw: { id, ...over }, ...over })
const pageOf = (ids: readonly number[], over: Over = {}): MessagePage => {
  const messages = ids.map((id) => messageOf(id, over))
  return { messages, users: [], files: [], chatId: null, lost: 0, ...pageEdges(messages) }
}
const idsOf = (pages: readonly MessagePage[]): number[] => mergePages(pages).messages.map(({ id }) => id)
const onTheScreen = () => true
const away = () => false
/** A window of one dialog that is loaded to both ends, in pages of five. */
const windowOf = (ids: readonly number[]): MessagePage[] => {
  const pages: MessagePage[] = []
  for (let at = 0; at < ids.length; at += 5) pages.push(pageOf(ids.slice(at, at + 5)))
  return pages.map((page, index) => ({
    ...page,
    older: index === 0 ? null : page.older,
    newer: index === pages.length - 1 ? null : page.newer,
  }))
}
const reread = (ids: readonly number[], from: number, below: number, over: Over = {}): Reread => ({ page: pageOf(ids, over), from, below })
const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

describe('what was read again', () => {
  it('leaves everything the very same when nothing has changed', () => {
    const pages = windowOf(ten)
    expect(applyReread(pages, reread([3, 4, 5, 6], 3, 7), onTheScreen)).toBe(pages)
  })
  it('replaces what was edited, and nothing else', () => {
    const pages = windowOf(ten)
    const changed = applyReread(pages, { ...reread([3, 4, 5], 3, 6), page: pageOf([3, 4, 5], { text: 'now', edited: true }) }, onTheScreen)
    const messages = mergePages(changed).messages as TextMessage[]
    expect(messages.filter(({ edited }) => edited).map(({ id }) => id as number)).toEqual([3, 4, 5])
    expect(messages[0]).toBe(pages[0]?.messages[0])
    expect(changed[1]).toBe(pages[1])
  })
  it('lets go of what has been deleted inside of it, and of nothing outside', () => {
    expect(idsOf(applyReread(windowOf(ten), reread([4, 6], 4, 8), away))).toEqual([1, 2, 3, 4, 6, 8, 9, 10])
  })
  it('lets go of the last message of the dialog, and of a whole page', () => {
    expect(idsOf(applyReread(windowOf(ten), reread([7, 8, 9], 7, Infinity), away))).toEqual(ten.slice(0, 9))
    const pages = applyReread(windowOf(ten), reread([5], 5, Infinity), away)
    expect(idsOf(pages)).toEqual([1, 2, 3, 4, 5])
    expect(mergePages(pages)).toMatchObject({ older: null, newer: null })
  })
  it('puts back what was restored between known messages', () => {
    expect(idsOf(applyReread(windowOf([1, 2, 4, 5, 6, 8, 9]), reread([2, 3, 4, 5, 6, 7, 8], 2, 9), away))).toEqual([
      1, 2, 3, 4, 5, 6, 7, 8, 9,
    ])
  })
  it('adds what has arrived where it joins the end, and only there', () => {
    expect(idsOf(applyReread(windowOf(ten), reread([9, 10, 11], 9, Infinity), away))).toEqual([...ten, 11])
    expect(idsOf(applyReread(windowOf(ten), reread([12, 13], 12, Infinity), away))).toEqual(ten)
    const elsewhere = windowOf(ten).map((page) => ({ ...page, newer: page.newer ?? pageEdges(page.messages).newer }))
    expect(idsOf(applyReread(elsewhere, reread([9, 10, 11], 9, Infinity), away))).toEqual(ten)
  })
  it('opens the end again when more has arrived than fits a page', () => {
    expect(mergePages(applyReread(windowOf(ten), reread([10, 11, 12], 10, 13), away)).newer).toMatchObject({ than: 12 })
  })
  it('is the first page of a dialog that was empty', () => {
    const empty: MessagePage[] = [{ ...pageOf([]), older: null, newer: null }]
    expect(idsOf(applyReread(empty, reread([4, 5], 0, Infinity), away))).toEqual([4, 5])
  })
})

describe('the border of what was unread', () => {
  it('stays where it was when the dialog was opened', () => {
    const pages = [{ ...pageOf([1, 2], { unread: true }), older: null, newer: null }]
    const [message] = mergePages(applyReread(pages, reread([1, 2], 1, 3, { text: 'now' }), away)).messages as TextMessage[]
    expect(message).toMatchObject({ text: 'now', unread: true })
  })
})

describe('likes that would change the height of a message', () => {
  const liked = { likes: [7 as UserId], reactions: [{ name: 'like', count: 1, userIds: [7 as UserId] }] }
  const likesAfter = (inSight: () => boolean, over: Over = {}) =>
    (mergePages(applyReread(windowOf(ten), reread([3], 3, 4, { ...liked, ...over }), inSight)).messages[2] as TextMessage).likes
  it('wait while it is on the screen, and show when it is not', () => {
    expect(likesAfter(onTheScreen)).toEqual([])
    expect(likesAfter(away)).toEqual([7])
  })
  it('do not keep an edit waiting, and come later', () => {
    const pages = windowOf(ten)
    const now = reread([3], 3, 4, { ...liked, text: 'now' })
    const waiting = applyReread(pages, now, onTheScreen)
    expect(mergePages(waiting).messages[2]).toMatchObject({ text: 'now', likes: [] })
    // As long as it stays there, nothing is drawn again.
    expect(applyReread(waiting, now, onTheScreen)).toBe(waiting)
    expect(mergePages(applyReread(waiting, now, away)).messages[2]).toMatchObject({ text: 'now', likes: [7] })
  })
})

describe('files', () => {
  const file = { id: 5, chatId: null, kind: 'image', name: 'a', extension: '', sizeBytes: 1, size: null, uploaded: true } as const
  const withFile = (url: string, uploaded = true): MessagePage =>
    ({
      ...pageOf([1], { fileIds: [5 as never] }),
      files: [{ ...file, uploaded, previewUrl: url, showUrl: url, downloadUrl: url, voiceNote: false, videoNote: false }],
      older: null,
      newer: null,
    }) as unknown as MessagePage
  it('are not loaded again because their addresses were signed anew, but when they have been uploaded', () => {
    const pages = [withFile('https://p/1')]
    expect(applyReread(pages, { page: withFile('https://p/2'), from: 0, below: Infinity }, away)).toBe(pages)
    expect(
      applyReread([withFile('https://p/1', false)], { page: withFile('https://p/2'), from: 0, below: Infinity }, away)[0]?.files,
    ).toEqual(withFile('https://p/2').files)
  })
})

describe('any change of a dialog', () => {
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }).map((ids) => ids.toSorted((a, b) => a - b))
  it('leaves exactly what is there, where it was read again, and every cursor at a message that is there', () => {
    fc.assert(
      fc.property(some, some, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }), (before, after, from, length) => {
        const below = from + length
        const covered = after.filter((id) => id >= from && id < below)
        const pages = applyReread(windowOf(before), reread(covered, from, below), away)
        const newest = before.at(-1) ?? 0
        const joins = from <= newest
        const kept = before.filter((id) => id < from || id >= below)
        const expected = before.length === 0 ? [] : [...kept, ...covered.filter((id) => id < newest || before.includes(id) || joins)]
        expect(idsOf(pages)).toEqual([...new Set(expected)].toSorted((a, b) => a - b))
        const there = new Set<number>(idsOf(pages))
        for (const page of pages) {
          if (page.messages.length === 0) continue
          for (const edge of [page.older, page.newer]) if (edge) expect(there.has(edge.than)).toBe(true)
        }
      }),
    )
  })
})

describe('a window that grows at its end', () => {
  it('does so in pages, so that those far from the reader can be dropped', () => {
    let pages: readonly MessagePage[] = windowOf([1])
    for (let id = 2; id <= 400; id++) pages = applyReread(pages, reread([id - 1, id], id - 1, Infinity), away)
    expect(idsOf(pages)).toHaveLength(400)
    expect(pages).toHaveLength(8)
    for (const page of pages) expect(page.messages.length).toBeLessThanOrEqual(50)
  })
  it('keeps the pages around the reader, and at most so many', () => {
    const pages = Array.from({ length: 6 }, (_, at) => pageOf([at * 10 + 1, at * 10 + 9]))
    expect(pagesToKeep(pages, 4, messageOf(55).id)).toEqual({ from: 2, to: 6 })
    expect(pagesToKeep(pages, 4, null)).toEqual({ from: 2, to: 6 })
    // Reading at its beginning: what has arrived is read again once the reader gets there.
    expect(pagesToKeep(pages, 4, messageOf(15).id)).toEqual({ from: 0, to: 4 })
    expect(pagesToKeep(pages, 9, null)).toEqual({ from: 0, to: 6 })
  })
})
