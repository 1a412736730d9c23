import { useQueryClient } from '@tanstack/react-query'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { saveFiles, type SavedFile } from './saving.ts'

/** The way to save many files; see `saveFiles`. */
export function useSaveFiles(): (files: readonly SavedFile[]) => void {
  const t = useText()
  const queryClient = useQueryClient()
  const client = usePortal()
  return (files) => {
    const day = new Date().toLocaleDateString('sv')
    void saveFiles(queryClient, client, files, `${t('saving.archive', { date: day })}.zip`)
  }
}
