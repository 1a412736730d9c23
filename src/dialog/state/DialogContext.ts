import { requiredContext } from '~/ui/required-context'
import type { OpenDialog } from './OpenDialog.ts'

/** The dialog that is being read. */
export const [DialogContext, useDialog] = requiredContext<OpenDialog>('a dialog')
