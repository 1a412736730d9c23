import type { QueryClient } from '@tanstack/react-query'
import { uniqueFileNames } from '~/lib/text/file-names'
import { downloadsOf } from '~/queries/files'
import type { usePortal } from '~/queries/portal-context'
import type { Translate } from '~/ui/i18n'
import type { SavedFile, SavingProgress } from './FileSaving.ts'
import { chooseDelivery, type Delivery } from './deliver.ts'

/** Name of today's archive; year, month and day, so that names sort by date. */
const archiveName = (t: Translate): string => `${t('saving.archive', { date: new Date().toLocaleDateString('sv') })}.zip`

interface SavingJob {
  readonly signal: AbortSignal
  readonly report: (progress: SavingProgress) => void
}

/** The job of `FileSaving`, loaded on first use; reports its progress and never throws. */
export async function saveFiles(
  queryClient: QueryClient,
  client: ReturnType<typeof usePortal>,
  files: readonly SavedFile[],
  t: Translate,
  { signal, report }: SavingJob,
): Promise<void> {
  let current: SavingProgress = { state: 'running', total: files.length, saved: 0, failed: [] }
  const tell = (change: Partial<SavingProgress>) => {
    current = { ...current, ...change }
    report(current)
  }
  try {
    const deliver = await chooseDelivery(files.length, archiveName(t))
    if (!deliver) return
    tell({})
    const names = uniqueFileNames(files.map(({ file }) => file.name))
    const wanted = files.map((entry, at) => ({ ...entry, fileId: entry.file.id, sizeBytes: entry.file.sizeBytes, name: names[at] ?? '' }))
    const refused = new Set<Delivery>()
    const deliveries = async function* (): AsyncGenerator<Delivery, void, void> {
      for await (const download of downloadsOf(queryClient, client, wanted, signal)) {
        const { name, sentAt } = download.wanted
        const delivery = 'blob' in download ? { name, blob: download.blob, sentAt } : null
        if (delivery) yield delivery
        if (delivery && !refused.has(delivery)) tell({ saved: current.saved + 1 })
        else tell({ failed: [...current.failed, download.wanted] })
      }
    }
    await deliver(deliveries(), (delivery) => refused.add(delivery))
    tell({ state: 'done' })
  } catch {
    tell({ state: signal.aborted ? 'stopped' : 'broken' })
  }
}
