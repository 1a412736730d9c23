import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { parseDialogId, type DialogId, type FileId } from '~/domain/ids'
import type { RestClient } from '~/rest/client/client'
import { fileQuery } from './files.ts'

const MEGABYTE = 1024 * 1024
const dialogId = parseDialogId('chat30') as DialogId

/** A portal whose every file is ten megabytes, and the requests it got. */
function portalOfFiles(): { readonly client: RestClient; readonly asked: string[] } {
  const asked: string[] = []
  const bytes = new Uint8Array(10 * MEGABYTE)
  const client = {
    portal: 'https://portal.example',
    collect: (_: string, { fileId }: { fileId: number }) =>
      Promise.resolve({ downloadUrl: `https://portal.example/rest/download.json?token=${fileId}` }),
    download: (url: string) => {
      asked.push(url)
      return Promise.resolve(new Blob([bytes]))
    },
  }
  return { client: client as unknown as RestClient, asked }
}

it('files that nothing shows any more are let go beyond 64 MB, the oldest first, and are fetched once while they are kept', async () => {
  const queryClient = new QueryClient()
  const { client, asked } = portalOfFiles()
  for (let id = 1; id <= 12; id++) await queryClient.fetchQuery(fileQuery(client, dialogId, id as FileId))
  const kept = queryClient
    .getQueryCache()
    .findAll({ predicate: ({ queryKey, state }) => queryKey[1] === 'file' && state.data instanceof Blob })
  const bytes = kept.reduce((sum, { state }) => sum + (state.data as Blob).size, 0)
  expect(bytes).toBeLessThanOrEqual(74 * MEGABYTE)
  expect(kept.map(({ queryKey }) => queryKey.at(-1))).toContain(12)
  expect(kept.map(({ queryKey }) => queryKey.at(-1))).not.toContain(1)
  const before = asked.length
  await queryClient.fetchQuery(fileQuery(client, dialogId, 12 as FileId))
  expect(asked).toHaveLength(before)
  await queryClient.fetchQuery(fileQuery(client, dialogId, 1 as FileId))
  expect(asked).toHaveLength(before + 1)
  queryClient.clear()
})
