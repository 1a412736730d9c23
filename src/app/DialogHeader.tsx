import { ChatHeader } from '~/features/chat-header/ChatHeader'
import { useKnownChat } from '~/features/chat-header/useKnownChat'
import { SavingStrip } from '~/features/save-files/SavingStrip'
import type { PortalFrame } from '~/rest/client/frame'
import { isConversation } from '~/domain/ids'
import { useText } from '~/ui/i18n'
import { useDialog } from '~/dialog/state/DialogContext'
import { MiniPlayer } from '~/dialog/player/MiniPlayer'
import { useCell } from '~/ui/use-cell'
import { usePageTitle } from './use-page-title.ts'
import styles from './DialogHeader.module.css'
import { SkipLink } from './SkipLink.tsx'

interface DialogHeaderProps {
  readonly onChats: () => void
  readonly onOpenInPortal: (() => void) | null
  /** The portal's window around the page, if there is one. */
  readonly frame: PortalFrame | null
}

/** The header of a dialog; sets the title of the page. */
export function DialogHeader({ frame, ...header }: DialogHeaderProps) {
  const t = useText()
  const { id, selection } = useDialog()
  const known = useKnownChat(id)
  const title = known.title ? `${known.title} · ${t('app.title')}` : t('app.title')
  const selecting = useCell(selection) !== null
  usePageTitle(frame, title)
  return (
    <>
      <SkipLink narrow />
      <ChatHeader {...header} onOpenInPortal={isConversation(id) ? null : header.onOpenInPortal} />
      <div className={styles.ongoing} data-above-selection={selecting || undefined}>
        <SavingStrip />
        <MiniPlayer />
      </div>
    </>
  )
}
