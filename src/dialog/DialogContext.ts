import { createContext, use } from 'react'
import type { OpenDialog } from './OpenDialog.ts'

export const DialogContext = createContext<OpenDialog | null>(null)

/** The dialog that is being read. */
export function useDialog(): OpenDialog {
  const dialog = use(DialogContext)
  if (!dialog) throw new Error('useDialog is used outside of a dialog')
  return dialog
}
