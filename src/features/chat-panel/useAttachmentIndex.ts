import { linksOf } from '~/bbcode/text/links'
import { useDialog } from '~/dialog/state/DialogContext'
import { attachmentIndexOf, type AttachmentIndex } from '~/queries/AttachmentIndex'
import { usePortal } from '~/queries/portal-context'

/** Files and links of the dialog that have been read so far. */
export const useAttachmentIndex = (): AttachmentIndex => attachmentIndexOf(usePortal(), useDialog().id, linksOf)
