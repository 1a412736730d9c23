import type { QueryClient } from '@tanstack/react-query'
import type { ChatFile } from '~/domain/chat-file'
import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import { uniqueFileNames } from '~/lib/file-names'
import { downloadsOf } from '~/queries/files'
import type { usePortal } from '~/queries/portal-context'
import { chooseDelivery, type Delivery } from './deliver.ts'

/** A file to be saved, and when it was sent. */
export interface SavedFile {
  readonly file: ChatFile
  readonly dialogId: DialogId
  readonly sentAt: number | null
}

/** How far the saving of many files has come. */
export interface Saving {
  /** `broken`: the disk takes no more. `stopped`: by the reader. */
  readonly state: 'running' | 'done' | 'stopped' | 'broken'
  readonly total: number
  readonly saved: number
  /** Those that the portal did not give. */
  readonly failed: readonly SavedFile[]
}

/** The last saving of this page, or the one that is going on; null for none. */
export const saving = new Cell<Saving | null>(null)

let running: AbortController | null = null

export function stopSaving(): void {
  running?.abort()
}

/**
 * Saves many files under their own names, one after the other, into a folder or an archive. One saving at a time:
 * another is refused. To be called by a click.
 * @param archive name of the archive, where there has to be one
 */
export async function saveFiles(
  queryClient: QueryClient,
  client: ReturnType<typeof usePortal>,
  files: readonly SavedFile[],
  archive: string,
): Promise<void> {
  if (running || files.length === 0) return
  const job = new AbortController()
  running = job
  let current: Saving = { state: 'running', total: files.length, saved: 0, failed: [] }
  const tell = (change: Partial<Saving>) => {
    current = { ...current, ...change }
    saving.set(current)
  }
  try {
    const deliver = await chooseDelivery(files.length, archive)
    if (!deliver) return
    tell({})
    const names = uniqueFileNames(files.map(({ file }) => file.name))
    const wanted = files.map((entry, at) => ({ ...entry, fileId: entry.file.id, name: names[at] ?? '' }))
    const deliveries = async function* (): AsyncGenerator<Delivery, void, void> {
      for await (const download of downloadsOf(queryClient, client, wanted, job.signal)) {
        const { name, sentAt } = download.wanted
        if ('blob' in download) {
          yield { name, blob: download.blob, sentAt }
          tell({ saved: current.saved + 1 })
        } else tell({ failed: [...current.failed, download.wanted] })
      }
    }
    await deliver(deliveries())
    tell({ state: 'done' })
  } catch {
    tell({ state: job.signal.aborted ? 'stopped' : 'broken' })
  } finally {
    running = null
  }
}
