import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, it, vi } from 'vitest'
import type { ChatFile } from '~/domain/message/chat-file'
import { parseDialogId, type DialogId } from '~/domain/ids'
import type { usePortal } from '~/queries/portal-context'
import type { SavedFile, SavingProgress } from './FileSaving.ts'
import { saveFiles } from './save-files.ts'

const dialogId = parseDialogId('chat1') as DialogId

afterEach(() => void vi.unstubAllGlobals())

/** A folder on a disk that refuses some names, as Chromium does; `full` once so many files are in it. */
function folderOn({ refuses, full = Infinity }: { readonly refuses?: (name: string) => Error | null; readonly full?: number } = {}) {
  const files = new Map<string, string>()
  return {
    files,
    async getFileHandle(name: string, { create = false } = {}) {
      const refusal = refuses?.(name)
      if (refusal) throw refusal
      if (!files.has(name) && !create) throw new DOMException('none', 'NotFoundError')
      files.set(name, '')
      return {
        createWritable: async () => {
          if (files.size > full) throw new DOMException('no room', 'QuotaExceededError')
          const decoder = new TextDecoder()
          return new WritableStream<Uint8Array>({
            write: (chunk) => void files.set(name, (files.get(name) ?? '') + decoder.decode(chunk)),
          })
        },
      }
    },
    async removeEntry(name: string) {
      files.delete(name)
    },
  }
}

/** Saves files of these names. @returns the last that was told */
async function save(folder: ReturnType<typeof folderOn>, names: readonly string[]): Promise<SavingProgress | undefined> {
  vi.stubGlobal('window', { showDirectoryPicker: async () => folder })
  const client = {
    portal: 'https://portal.example',
    collect: async (_: string, { fileId }: { fileId: number }) => ({ downloadUrl: `https://portal.example/rest/${fileId}` }),
    download: async (url: string) => new Blob([url.slice(url.lastIndexOf('/') + 1)]),
  }
  const files = names.map((name, at): SavedFile => ({
    file: { id: at, name, sizeBytes: 1 } as unknown as ChatFile,
    dialogId,
    sentAt: null,
  }))
  let last: SavingProgress | undefined
  await saveFiles(new QueryClient(), client as unknown as ReturnType<typeof usePortal>, files, (id) => id, {
    signal: new AbortController().signal,
    report: (progress) => (last = progress),
  })
  return last
}

it('one file that the disk does not take under its name stops no other, and is named', async () => {
  const folder = folderOn({ refuses: (name) => (name.startsWith('bad') ? new TypeError('Name is not allowed.') : null) })
  const told = await save(folder, ['a.txt', 'bad.x', 'b.txt', 'bad2.x', 'c.txt'])
  expect(told).toMatchObject({ state: 'done', total: 5, saved: 3 })
  expect(told?.failed.map(({ file }) => file.name)).toEqual(['bad.x', 'bad2.x'])
  expect([...folder.files]).toEqual([
    ['a.txt', '0'],
    ['b.txt', '2'],
    ['c.txt', '4'],
  ])
})

it('a file that the browser takes back after it was written leaves nothing behind', async () => {
  const folder = folderOn()
  const getFileHandle = folder.getFileHandle.bind(folder)
  folder.getFileHandle = async (name, options) => {
    const handle = await getFileHandle(name, options)
    if (name !== 'virus.exe' || !options?.create) return handle
    return {
      createWritable: async () =>
        new WritableStream<Uint8Array>({ close: () => Promise.reject(new DOMException('blocked', 'AbortError')) }),
    }
  }
  expect(await save(folder, ['a.txt', 'virus.exe', 'b.txt'])).toMatchObject({ state: 'done', saved: 2 })
  expect([...folder.files.keys()]).toEqual(['a.txt', 'b.txt'])
})

it('a disk that is full ends the job, for no other file fits either', async () => {
  const told = await save(folderOn({ full: 2 }), ['a.txt', 'b.txt', 'c.txt', 'd.txt'])
  expect(told).toMatchObject({ state: 'broken', saved: 2, failed: [] })
})

it('names that a system would act on are written so that it does not', async () => {
  const folder = folderOn({ refuses: (name) => (/\.(?:lnk|url|scf)$|^desktop\.ini$/i.test(name) ? new TypeError('no') : null) })
  expect(await save(folder, ['x.lnk', 'x.url', 'desktop.ini', 'y.txt'])).toMatchObject({ state: 'done', saved: 4, failed: [] })
})
