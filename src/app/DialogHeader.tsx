import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { DialogId } from '~/domain/ids'
import { ChatHeader } from '~/features/chat-header/ChatHeader'
import { panelOpen } from '~/features/chat-panel/panel-state'
import { stopSaving } from '~/features/save-files/saving'
import { SavingStrip } from '~/features/save-files/SavingStrip'
import { chatCardQuery } from '~/queries/chats'
import { usePortal } from '~/queries/portal-context'
import { useText } from '~/ui/i18n'
import { player } from '~/dialog/player/audio-player'
import { MiniPlayer } from '~/dialog/player/MiniPlayer'
import { useCell } from '~/ui/use-cell'
import styles from './DialogHeader.module.css'

interface DialogHeaderProps {
  readonly dialogId: DialogId
  readonly onChats: () => void
  readonly onOpenInPortal: (() => void) | null
  readonly onTitle: (title: string) => void
}

/** The head of a dialog; names the page after it. */
export function DialogHeader({ onTitle, ...header }: DialogHeaderProps) {
  const t = useText()
  const { data: card } = useQuery(chatCardQuery(usePortal(), header.dialogId))
  const title = card?.title ? `${card.title} · ${t('app.title')}` : t('app.title')
  const open = useCell(panelOpen)
  useEffect(() => onTitle(title), [onTitle, title])
  // What goes on from dialog to dialog ends where nothing would show it any more.
  useEffect(
    () => () => {
      player.stop()
      stopSaving()
    },
    [],
  )
  return (
    <>
      <ChatHeader {...header} panelOpen={open} onPanel={() => panelOpen.set(!open)} />
      <div className={styles.ongoing}>
        <SavingStrip />
        <MiniPlayer />
      </div>
    </>
  )
}
