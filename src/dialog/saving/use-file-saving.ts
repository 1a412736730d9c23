import { useQueryClient } from '@tanstack/react-query'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { useDialog } from '../state/DialogContext.ts'
import { usePortalSession } from '../state/PortalSession.ts'
import { FileSaving, type SavedFile } from './FileSaving.ts'

/** The one place where files of the portal are saved. */
export function useFileSaving(): FileSaving {
  const queryClient = useQueryClient()
  const client = usePortal()
  return usePortalSession().only(FileSaving, () => new FileSaving(queryClient, client))
}

/** A function that saves files of the dialog that is read. To be called by a click; see `FileSaving`. */
export function useSaveFiles(): (files: readonly Omit<SavedFile, 'dialogId'>[]) => void {
  const t = useText()
  const { id: dialogId } = useDialog()
  const saving = useFileSaving()
  return (files) =>
    void saving.save(
      files.map((file) => ({ ...file, dialogId })),
      t,
    )
}
