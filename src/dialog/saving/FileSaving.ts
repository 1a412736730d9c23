import type { QueryClient } from '@tanstack/react-query'
import type { ChatFile } from '~/domain/message/chat-file'
import type { DialogId } from '~/domain/ids'
import { Cell } from '~/lib/Cell'
import type { usePortal } from '~/queries/portal-context'
import type { Translate } from '~/ui/i18n'

/** A file to be saved, and when it was sent. */
export interface SavedFile {
  readonly file: ChatFile
  readonly dialogId: DialogId
  /** Epoch ms; null when unknown. */
  readonly sentAt: number | null
}

/** How far the saving of many files has come. */
export interface SavingProgress {
  /** `broken`: writing to disk failed. `stopped`: by the reader. */
  readonly state: 'running' | 'done' | 'stopped' | 'broken'
  readonly total: number
  readonly saved: number
  /** Those that could not be downloaded, or that the disk does not take under their names. */
  readonly failed: readonly SavedFile[]
}

/** Saves many files of one portal; one job at a time. */
export class FileSaving {
  /** Of the current or the last job; null for none. */
  readonly progress = new Cell<SavingProgress | null>(null)
  readonly #queryClient: QueryClient
  readonly #client: ReturnType<typeof usePortal>
  #running: AbortController | null = null

  constructor(queryClient: QueryClient, client: ReturnType<typeof usePortal>) {
    this.#queryClient = queryClient
    this.#client = client
  }

  /**
   * Saves files under their own names, one after the other, into a folder or an archive; does nothing while another job is
   * running. Must be called from a click, or browsers do not let a folder be chosen.
   *
   * @param t gives the names of files that the job creates itself
   */
  async save(files: readonly SavedFile[], t: Translate): Promise<void> {
    if (this.#running || files.length === 0) return
    const job = new AbortController()
    this.#running = job
    try {
      const { saveFiles } = await import('./save-files.ts')
      await saveFiles(this.#queryClient, this.#client, files, t, { signal: job.signal, report: this.progress.set })
    } catch {
      // The code for saving could not be loaded: all of them can be retried.
      this.progress.set({ state: 'done', total: files.length, saved: 0, failed: files })
    } finally {
      this.#running = null
    }
  }

  stop(): void {
    this.#running?.abort()
  }

  /** Clears the result of a finished job. */
  dismiss(): void {
    this.progress.set(null)
  }
}
